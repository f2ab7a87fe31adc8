import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, knownNumber } from './columns.js';
import {
  COMMITS_ON_THEIR_WAY,
  groupParams,
  OF_REPOSITORIES,
  repositoryParams,
  shippedCommitParams,
} from './shipped-commits.js';

/**
 * Commits by the period in which they began and the one in which they were shipped: of `commits`
 * those wait at the end of a period that began before it and were shipped later or not at all.
 * Everything before the window counts into the moment 0.
 *
 * Whose a service was depends on when one asks, so rows are by service where teams are asked for.
 * `ended` and `open` are of those that began in the window, without those of a baseline.
 */
export const readCommitsOnTheirWay = defineQuery({
  name: 'commits-on-their-way',
  sql: `
    SELECT
      if({byService:Bool}, service, '') AS service,
      multiIf(
        {groupBy:String} = 'repository', repository,
        {groupBy:String} = 'environment', environment,
        ''
      ) AS group,
      if(started < {from:Int64}, 0, roundDown(started, {starts:Array(Int64)})) AS startedIn,
      if(
        isNull(shipped) OR shipped >= {to:Int64},
        NULL,
        if(shipped < {from:Int64}, 0, roundDown(assumeNotNull(shipped), {starts:Array(Int64)}))
      ) AS shippedIn,
      countIf(NOT superseded) AS commits,
      groupArrayIf(
        toFloat64(assumeNotNull(shipped) - started),
        started >= {from:Int64} AND isNotNull(shipped) AND NOT baseline
      ) AS ended,
      groupArrayIf(toFloat64(started), started >= {from:Int64} AND isNull(shipped)) AS open
    FROM (${COMMITS_ON_THEIR_WAY})
    WHERE ${OF_REPOSITORIES}
    GROUP BY service, group, startedIn, shippedIn`,
  params: z.object({
    ...shippedCommitParams,
    ...groupParams,
    ...repositoryParams,
    withMerges: z.boolean(),
    byService: z.boolean(),
    from: z.int(),
    to: z.int(),
    starts: z.array(z.int()).min(1),
  }),
  row: z.object({
    service: z.string(),
    group: z.string(),
    startedIn: count,
    shippedIn: knownNumber,
    commits: count,
    ended: z.array(z.number()),
    open: z.array(z.number()),
  }),
});
