import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { COMMITS_OF_CHANGE } from './change-commits.js';
import { count, knownNumber } from './columns.js';
import { SHIPPED_GROUP } from './lead-times.query.js';
import {
  groupParams,
  OF_REPOSITORIES,
  repositoryParams,
  shippedCommitParams,
  shippedCommits,
} from './shipped-commits.js';
import { ofTeams, teamParams } from './teams.js';

const IN_WINDOW = `
  shipped_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
  AND shipped_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

/** The commits of merged changes, by their sha. */
const OF_CHANGES = `
  SELECT repository, arrayJoin(${COMMITS_OF_CHANGE}) AS sha
  FROM changes FINAL
  WHERE isNotNull(merged_at)`;

/** And what a rebase made of them: it keeps the author and the author's time. */
const AUTHORED_FOR_CHANGES = `
  SELECT repository, author, toUnixTimestamp64Milli(authored_at)
  FROM commits FINAL
  WHERE (repository, sha) IN (${OF_CHANGES})`;

/** Whether a commit is part of no merged change. */
export const IS_DIRECT = `
  (repository, sha) NOT IN (${OF_CHANGES})
  AND (repository, author, authored) NOT IN (${AUTHORED_FOR_CHANGES})`;

/**
 * Commits first shipped in the window that are part of no merged change, merges and baselines left
 * out: how long each waited for its deployment, and how long that took, in milliseconds.
 */
export const readDirectCommits = defineQuery({
  name: 'direct-commits',
  sql: `
    SELECT
      ${SHIPPED_GROUP} AS group,
      roundDown(shipped, {starts:Array(Int64)}) AS start,
      groupArray((
        toFloat64(coalesce(toUnixTimestamp64Milli(deployment.started_at), shipped) - committed),
        toFloat64(shipped - toUnixTimestamp64Milli(deployment.started_at))
      )) AS stages
    FROM (${shippedCommits(IN_WINDOW)}) AS direct
    LEFT JOIN (
      SELECT service, environment, id, started_at FROM deployments FINAL
    ) AS deployment
      ON deployment.service = direct.service
      AND deployment.environment = direct.environment
      AND deployment.id = direct.deployment_id
    WHERE NOT merge
      AND NOT baseline
      AND ${IS_DIRECT}
      AND ${OF_REPOSITORIES}
      AND ${ofTeams('service', 'shipped')}
    GROUP BY group, start`,
  params: z.object({
    ...shippedCommitParams,
    ...groupParams,
    ...repositoryParams,
    ...teamParams,
    from: z.int(),
    to: z.int(),
    starts: z.array(z.int()).min(1),
  }),
  row: z.object({
    group: z.string(),
    start: count,
    /** Of each commit what it waited, and what the deployment took (null without a start). */
    stages: z.array(z.tuple([z.number(), knownNumber])),
  }),
});
