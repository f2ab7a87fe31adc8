import { DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { broughtBy } from '../shipments/brought-commits.js';
import { commitsOfArtifacts } from '../shipments/built-commits.js';
import { baselineParams, IS_BASELINE } from './baselines.js';
import { count, instant, optionalInstant, optionalText } from './columns.js';
import { inWindow } from './quality-scope.js';
import { IN_SCOPE, scopeParams } from './scope.js';

const FINISHED = `
  SELECT *
  FROM deployments FINAL
  WHERE ${IN_SCOPE} AND status != 'in_progress' AND ${inWindow('finished_at')}`;

const NAMED = broughtBy(FINISHED);

/** In which repositories the commits are known that deployments name by their sha. */
const KNOWN = `
  SELECT sha, groupArray(toString(repository)) AS repositories
  FROM commits FINAL
  WHERE sha IN (SELECT sha FROM (${NAMED}))
  GROUP BY sha`;

/** Each commit that a deployment names, in the repository that it names or else in the one that has it. */
const NAMED_COMMITS = `
  SELECT
    service,
    environment,
    named.id AS deployment_id,
    named.sha AS sha,
    if(named.repository = '', repositories[1], named.repository) AS repository,
    has(repositories, repository) AS is_known
  FROM (${NAMED}) AS named
  LEFT JOIN (${KNOWN}) AS known ON known.sha = named.sha`;

/** Which artifacts of each deployment are known. */
const BUILT = `
  SELECT service, environment, id, groupArray(artifact) AS built
  FROM (${commitsOfArtifacts(FINISHED)})
  GROUP BY service, environment, id`;

/**
 * Finished deployments of the window, and which of the commits that they name, or that their
 * artifacts were built from, are known.
 */
export const readNamedCommits = defineQuery({
  name: 'named-commits',
  sql: `
    SELECT
      service,
      environment,
      id,
      repository,
      status,
      toUnixTimestamp64Milli(started_at) AS startedAt,
      toUnixTimestamp64Milli(assumeNotNull(finished_at)) AS finishedAt,
      baseline,
      named,
      unknown,
      length(artifacts) AS artifactsNamed,
      arrayFilter(one -> NOT has(built, one), artifacts.artifact) AS unbuilt
    FROM (${FINISHED}) AS deployment
    LEFT JOIN (
      SELECT
        service,
        environment,
        deployment_id AS id,
        uniqExact(repository, sha) AS named,
        arraySort(groupUniqArrayIf(sha, NOT is_known)) AS unknown,
        max(is_baseline) AS baseline
      FROM (SELECT *, ${IS_BASELINE} AS is_baseline FROM (${NAMED_COMMITS}))
      GROUP BY service, environment, deployment_id
    ) AS commits_of USING (service, environment, id)
    LEFT JOIN (${BUILT}) AS built_of USING (service, environment, id)`,
  params: z.object({ ...scopeParams, ...baselineParams, from: z.int(), to: z.int() }),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    id: z.string(),
    repository: optionalText,
    status: z.enum(DEPLOYMENT_STATUSES),
    startedAt: optionalInstant,
    finishedAt: instant,
    /** It brought a history of which it is not known since when it was there. */
    baseline: z.coerce.boolean(),
    /** How many commits it names, or its artifacts were built from. */
    named: count,
    /** Those of them that are not known. */
    unknown: z.array(z.string()),
    /** How many artifacts it names. */
    artifactsNamed: count,
    /** Those of them that nobody is known to have built. */
    unbuilt: z.array(z.string()),
  }),
});
