import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, knownNumber } from './columns.js';
import { IN_SCOPE } from './scope.js';
import {
  COMMITS_TO_SHIP,
  GROUP_KEY,
  groupParams,
  OF_REPOSITORIES,
  repositoryParams,
  shippedCommitParams,
  shippedCommits,
} from './shipped-commits.js';

const spread = {
  p50: knownNumber,
  p75: knownNumber,
  p90: knownNumber,
  mean: knownNumber,
};

/** Seconds; `quantileExact` is the value at index floor(q·n) of the sorted values. */
const spreadOf = (condition: string) => `
  if(countIf(${condition}) = 0, NULL, quantileExactIf(0.5)(lead, ${condition})) AS p50,
  if(countIf(${condition}) = 0, NULL, quantileExactIf(0.75)(lead, ${condition})) AS p75,
  if(countIf(${condition}) = 0, NULL, quantileExactIf(0.9)(lead, ${condition})) AS p90,
  if(countIf(${condition}) = 0, NULL, avgIf(lead, ${condition})) AS mean`;

const IN_WINDOW = `
  shipped_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
  AND shipped_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

/**
 * Change lead time by group and period. The periods are given by where they start, so the calendar
 * is worked out in one place; a group or period that nothing was shipped in has no row.
 */
export const readLeadTimes = defineQuery({
  name: 'lead-times',
  sql: `
    WITH (service, environment, deployment_id) IN (
      SELECT service, environment, argMin(id, (finished_at, id))
      FROM deployments FINAL
      WHERE ${IN_SCOPE} AND status = 'succeeded' AND isNotNull(finished_at)
      GROUP BY service, environment
    ) AS baseline
    SELECT
      ${GROUP_KEY} AS group,
      roundDown(shipped, {starts:Array(Int64)}) AS start,
      countIf(NOT baseline AND NOT merge) AS commits,
      countIf(NOT baseline AND merge) AS mergeCommits,
      countIf(baseline) AS baselineCommits,
      ${spreadOf('NOT baseline AND NOT merge')}
    FROM (${shippedCommits(IN_WINDOW)})
    WHERE ${OF_REPOSITORIES}
    GROUP BY group, start`,
  params: z.object({
    ...shippedCommitParams,
    ...groupParams,
    ...repositoryParams,
    from: z.int(),
    to: z.int(),
    starts: z.array(z.int()).min(1),
  }),
  row: z.object({
    group: z.string(),
    start: count,
    commits: count,
    mergeCommits: count,
    baselineCommits: count,
    ...spread,
  }),
});

/**
 * Commits that had to wait, counted by the period in which they were authored and the one in which
 * they were shipped: at the end of a period those wait that were authored before it and shipped
 * later or not at all. Everything before the window counts into the moment 0.
 */
export const readWaiting = defineQuery({
  name: 'waiting-commits',
  sql: `
    SELECT
      ${GROUP_KEY} AS group,
      if(authored < {from:Int64}, 0, roundDown(authored, {starts:Array(Int64)})) AS authoredIn,
      if(
        isNull(shipped_or_null) OR shipped_or_null >= {to:Int64},
        NULL,
        roundDown(assumeNotNull(shipped_or_null), {starts:Array(Int64)})
      ) AS shippedIn,
      count() AS commits
    FROM (${COMMITS_TO_SHIP})
    WHERE ${OF_REPOSITORIES}
    GROUP BY group, authoredIn, shippedIn`,
  params: z.object({
    ...shippedCommitParams,
    ...groupParams,
    ...repositoryParams,
    from: z.int(),
    to: z.int(),
    starts: z.array(z.int()).min(1),
  }),
  row: z.object({
    group: z.string(),
    authoredIn: count,
    shippedIn: knownNumber,
    commits: count,
  }),
});

/** What some deployments shipped first. A deployment that shipped nothing new has no row. */
export const readShippedBy = defineQuery({
  name: 'shipped-by-deployments',
  sql: `
    SELECT
      service,
      environment,
      deployment_id AS id,
      count() AS commits,
      countIf(merge) AS mergeCommits,
      ${spreadOf('NOT merge')},
      if(countIf(NOT merge) = 0, NULL, sumIf(lead, NOT merge)) AS sum
    FROM (${shippedCommits('deployment_id IN {ids:Array(String)}')})
    GROUP BY service, environment, deployment_id`,
  params: z.object({ ...shippedCommitParams, ids: z.array(z.string()) }),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    id: z.string(),
    commits: count,
    mergeCommits: count,
    ...spread,
    sum: knownNumber,
  }),
});

/** The commits that one deployment shipped first, newest first. */
export const readCommitsOf = defineQuery({
  name: 'commits-of-deployment',
  sql: `
    SELECT repository, sha, authored AS authoredAt, merge, lead AS leadSeconds
    FROM (${shippedCommits('deployment_id = {id:String}')})
    WHERE (authored, sha) < ({afterAuthored:Int64}, {afterSha:String})
    ORDER BY authored DESC, sha DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    ...shippedCommitParams,
    id: z.string(),
    afterAuthored: z.int(),
    afterSha: z.string(),
    limit: z.int(),
  }),
  row: z.object({
    repository: z.string(),
    sha: z.string(),
    authoredAt: count,
    merge: z.coerce.boolean(),
    leadSeconds: z.number(),
  }),
});
