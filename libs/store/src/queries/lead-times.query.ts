import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { IS_DIRECT } from './change-commits.js';
import { count, knownNumber } from './columns.js';
import {
  groupParams,
  OF_REPOSITORIES,
  repositoryParams,
  shippedCommitParams,
  SHIPPED_IN_WINDOW,
  shippedCommits,
  WITH_DEPLOYMENT,
} from './shipped-commits.js';
import { ofTeams, teamAt, teamParams } from './teams.js';

/** The group of a commit that was shipped; '' where it has none. */
export const SHIPPED_GROUP = `
  multiIf(
    {groupBy:String} = 'service', service,
    {groupBy:String} = 'team', ${teamAt('service', 'shipped')},
    {groupBy:String} = 'repository', repository,
    {groupBy:String} = 'environment', environment,
    ''
  )`;

/** What a commit is to lead time. A rule of `ENTRY_RULES` in @throughline/dora. */
export const LEAD_RULE = `
  multiIf(baseline, 'baseline', merge AND NOT {withMerges:Bool}, 'merge', 'shipped')`;

const params = z.object({
  ...shippedCommitParams,
  ...groupParams,
  ...repositoryParams,
  ...teamParams,
  withMerges: z.boolean(),
  from: z.int(),
  to: z.int(),
  starts: z.array(z.int()).min(1),
});

const row = z.object({
  group: z.string(),
  start: count,
  mergeCommits: count,
  baselineCommits: count,
  leads: z.array(z.number()),
  /** How many of them came with each deployment. */
  leadsOfDeployments: z.array(z.number()),
});

const COUNTS = `
  ${SHIPPED_GROUP} AS group,
  roundDown(shipped, {starts:Array(Int64)}) AS start,
  countIf(${LEAD_RULE} = 'merge') AS mergeCommits,
  countIf(${LEAD_RULE} = 'baseline') AS baselineCommits,
  arraySort(groupArrayIf(toFloat64(lead), ${LEAD_RULE} = 'shipped')) AS leads,
  sumMapIf(
    [(service, environment, deployment_id)], [toFloat64(1)], ${LEAD_RULE} = 'shipped'
  ).2 AS leadsOfDeployments`;

const SHIPPED = `
  SELECT *
  FROM (${shippedCommits(SHIPPED_IN_WINDOW)})
  WHERE ${OF_REPOSITORIES} AND ${ofTeams('service', 'shipped')}`;

/**
 * The lead times of commits by group and period of shipping, sorted, in milliseconds. The periods
 * are given by where they start, so the calendar is worked out in one place; a group or period that
 * nothing was shipped in has no row.
 */
export const readLeadTimes = defineQuery({
  name: 'lead-times',
  sql: `SELECT ${COUNTS} FROM (${SHIPPED}) AS commit GROUP BY group, start`,
  params,
  row,
});

/** The same, with the last stages of commits that are part of no change: to find these takes as long again. */
export const readLeadTimesAndStages = defineQuery({
  name: 'lead-times-and-stages',
  sql: `
    SELECT
      ${COUNTS},
      groupArrayIf(
        (
          toFloat64(coalesce(toUnixTimestamp64Milli(deployment.started_at), shipped) - committed),
          toFloat64(shipped - toUnixTimestamp64Milli(deployment.started_at))
        ),
        NOT merge AND NOT baseline AND ${IS_DIRECT}
      ) AS direct
    FROM (${SHIPPED}) AS commit
    ${WITH_DEPLOYMENT}
    GROUP BY group, start`,
  params,
  row: row.extend({
    /**
     * Of those that are part of no change, what each waited for its deployment and what that took
     * (null without a start), in milliseconds.
     */
    direct: z.array(z.tuple([z.number(), knownNumber])),
  }),
});

const spread = {
  p50: knownNumber,
  p75: knownNumber,
  p90: knownNumber,
  mean: knownNumber,
};

/** Seconds; `quantileExact` is the value at index floor(q·n) of the sorted values. */
const SPREAD_OF_SECONDS = `
  if(countIf(NOT merge) = 0, NULL, quantileExactIf(0.5)(lead, NOT merge) / 1000) AS p50,
  if(countIf(NOT merge) = 0, NULL, quantileExactIf(0.75)(lead, NOT merge) / 1000) AS p75,
  if(countIf(NOT merge) = 0, NULL, quantileExactIf(0.9)(lead, NOT merge) / 1000) AS p90,
  if(countIf(NOT merge) = 0, NULL, avgIf(lead, NOT merge) / 1000) AS mean,
  if(countIf(NOT merge) = 0, NULL, sumIf(lead, NOT merge) / 1000) AS sum`;

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
      ${SPREAD_OF_SECONDS}
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
    SELECT repository, sha, authored AS authoredAt, merge, lead / 1000 AS leadSeconds
    FROM (${shippedCommits('deployment_id = {id:String}')})
    WHERE (authored, sha, repository)
      < ({afterAuthored:Int64}, {afterSha:String}, {afterRepository:String})
    ORDER BY authored DESC, sha DESC, repository DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    ...shippedCommitParams,
    id: z.string(),
    afterAuthored: z.int(),
    afterSha: z.string(),
    afterRepository: z.string(),
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
