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
import { teamAt, teamParams } from './teams.js';

/**
 * Commits by the period in which they began and the one in which they were shipped: of `commits`
 * those wait at the end of a period that began before it and were shipped later or not at all.
 * Everything before the window counts into the moment 0.
 *
 * Who waits depends on whose the service is at the end of the period, so rows are by service where
 * teams are asked for; who began something is told.
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
      if(
        {groupBy:String} = 'team' OR NOT {everyTeam:Bool}, ${teamAt('service', 'started')}, ''
      ) AS begunTeam,
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
    GROUP BY service, group, begunTeam, startedIn, shippedIn`,
  params: z.object({
    ...shippedCommitParams,
    ...groupParams,
    ...repositoryParams,
    ...teamParams,
    withMerges: z.boolean(),
    byService: z.boolean(),
    from: z.int(),
    to: z.int(),
    starts: z.array(z.int()).min(1),
  }),
  row: z.object({
    service: z.string(),
    group: z.string(),
    /** Whose the service was when they began, where teams are asked for; '' for nobody's. */
    begunTeam: z.string(),
    startedIn: count,
    shippedIn: knownNumber,
    commits: count,
    ended: z.array(z.number()),
    open: z.array(z.number()),
  }),
});
