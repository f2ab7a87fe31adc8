import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, knownNumber } from './columns.js';
import { IS_DIRECT } from './change-commits.js';
import { LEAD_RULE, SHIPPED_GROUP } from './lead-times.query.js';
import {
  COMMITS_ON_THEIR_WAY,
  groupParams,
  OF_REPOSITORIES,
  repositoryParams,
  shippedCommitParams,
  SHIPPED_IN_WINDOW,
  shippedCommits,
  WITH_DEPLOYMENT,
} from './shipped-commits.js';
import { ofTeams, teamAt, teamParams } from './teams.js';

const pageParams = {
  ...shippedCommitParams,
  ...groupParams,
  ...repositoryParams,
  ...teamParams,
  withMerges: z.boolean(),
  group: z.string(),
  from: z.int(),
  to: z.int(),
  afterAt: z.int(),
  afterKey: z.string(),
  limit: z.int(),
};

/** Tells the commits of one moment apart, in an order. */
const KEY = `concat(repository, ' ', sha, ' ', service, ' ', environment)`;

const page = (at: string) => `
  (${at}, ${KEY}) < ({afterAt:Int64}, {afterKey:String})
  ORDER BY ${at} DESC, ${KEY} DESC
  LIMIT {limit:UInt32}`;

const commit = {
  repository: z.string(),
  sha: z.string(),
  service: z.string(),
  environment: z.string(),
  deploymentId: z.string(),
  key: z.string(),
  at: count,
};

/**
 * The commits of one group that were first shipped in a row, newest first, each with what it is to
 * lead time, and whether it is part of no change.
 */
export const readExplainedShipments = defineQuery({
  name: 'explained-shipments',
  sql: `
    SELECT
      repository,
      sha,
      service,
      environment,
      deployment_id AS deploymentId,
      ${KEY} AS key,
      shipped AS at,
      lead,
      ${LEAD_RULE} AS rule,
      toFloat64(coalesce(toUnixTimestamp64Milli(deployment.started_at), shipped) - committed)
        AS waited,
      toFloat64(shipped - toUnixTimestamp64Milli(deployment.started_at)) AS deployed
    FROM (
      SELECT *
      FROM (${shippedCommits(SHIPPED_IN_WINDOW)})
      WHERE ${OF_REPOSITORIES}
        AND ${ofTeams('service', 'shipped')}
        AND ${SHIPPED_GROUP} = {group:String}
        AND ${LEAD_RULE} IN {rules:Array(String)}
        AND (NOT {directOnly:Bool} OR (NOT merge AND NOT baseline AND ${IS_DIRECT}))
    ) AS commit
    ${WITH_DEPLOYMENT}
    WHERE ${page('shipped')}`,
  params: z.object({
    ...pageParams,
    /** Only those that are part of no change, merges and baselines left out. */
    directOnly: z.boolean(),
    /** Only those that are this to lead time. */
    rules: z.array(z.enum(['shipped', 'merge', 'baseline'])),
  }),
  row: z.object({
    ...commit,
    lead: count,
    rule: z.enum(['shipped', 'merge', 'baseline']),
    waited: z.number(),
    deployed: knownNumber,
  }),
});

/** What waits is whose the service is at the end of the row; what began, whose it was then. */
const WHOSE_AT = `if({waiting:Bool}, {to:Int64} - 1, started)`;

const GROUP_ON_THE_WAY = `
  multiIf(
    {groupBy:String} = 'service', service,
    {groupBy:String} = 'team', ${teamAt('service', WHOSE_AT)},
    {groupBy:String} = 'repository', repository,
    {groupBy:String} = 'environment', environment,
    ''
  )`;

/**
 * The commits of one group on their way: those that wait at the end of a row, or those that began
 * in it, without those of a baseline. Newest first.
 */
export const readExplainedJourneys = defineQuery({
  name: 'explained-journeys',
  sql: `
    SELECT
      repository,
      sha,
      service,
      environment,
      deployment_id AS deploymentId,
      ${KEY} AS key,
      started AS at,
      if(isNull(shipped), NULL, toFloat64(assumeNotNull(shipped) - started)) AS lead
    FROM (${COMMITS_ON_THEIR_WAY})
    WHERE ${OF_REPOSITORIES}
      AND ${ofTeams('service', WHOSE_AT)}
      AND ${GROUP_ON_THE_WAY} = {group:String}
      AND if(
        {waiting:Bool},
        NOT superseded AND (isNull(shipped) OR shipped >= {to:Int64}),
        started >= {from:Int64} AND NOT baseline
      )
      AND ${page('started')}`,
  params: z.object({
    ...pageParams,
    /** Those that wait at the end of the row; else those that began in it. */
    waiting: z.boolean(),
  }),
  row: z.object({ ...commit, lead: knownNumber }),
});
