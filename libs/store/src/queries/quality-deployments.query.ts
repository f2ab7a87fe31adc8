import { DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { BROUGHT } from '../shipments/brought-commits.js';
import { FIRST_BASELINES } from './baselines.js';
import { count, instant, optionalInstant, optionalText } from './columns.js';
import { inWindow } from './quality-scope.js';
import { IN_SCOPE, scopeParams } from './scope.js';

const FINISHED = `
  SELECT *
  FROM deployments FINAL
  WHERE ${IN_SCOPE} AND status != 'in_progress' AND ${inWindow('finished_at')}`;

const NAMED = `
  SELECT service, environment, id, ${BROUGHT} AS brought FROM (${FINISHED})`;

/** The commits of one sha that deployments name, in every repository that has it. */
const KNOWN = `
  SELECT repository, sha
  FROM commits FINAL
  WHERE sha IN (SELECT brought.2 FROM (${NAMED}))`;

/** Finished deployments of the window, and which of the commits that they name are known. */
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
      (service, environment, repository, id) IN (${FIRST_BASELINES}) AS baseline,
      named.named AS named,
      named.unknown AS unknown
    FROM (${FINISHED}) AS deployment
    LEFT JOIN (
      SELECT
        service,
        environment,
        id,
        count() AS named,
        arraySort(groupArrayIf(brought.2, NOT is_known)) AS unknown
      FROM (
        SELECT
          *,
          if(
            brought.1 = '',
            brought.2 IN (SELECT sha FROM (${KNOWN})),
            brought IN (${KNOWN})
          ) AS is_known
        FROM (${NAMED})
      )
      GROUP BY service, environment, id
    ) AS named USING (service, environment, id)`,
  params: z.object({ ...scopeParams, from: z.int(), to: z.int() }),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    id: z.string(),
    repository: optionalText,
    status: z.enum(DEPLOYMENT_STATUSES),
    startedAt: optionalInstant,
    finishedAt: instant,
    baseline: z.coerce.boolean(),
    named: count,
    unknown: z.array(z.string()),
  }),
});
