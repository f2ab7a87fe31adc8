import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, instant, optionalText } from './columns.js';
import { IN_REPOSITORIES } from './quality-scope.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { repositoryParams } from './shipped-commits.js';

/** When each thing was last said to have moved, and by whom. */
const HEARD = `
  SELECT 'commits' AS kind, toString(source) AS source, '' AS service, '' AS environment,
    toUnixTimestamp64Milli(committed_at) AS at
  FROM commits FINAL
  WHERE ${IN_REPOSITORIES}
  UNION ALL
  SELECT 'changes', toString(source), '', '',
    toUnixTimestamp64Milli(greatest(
      opened_at, ifNull(merged_at, opened_at), ifNull(closed_at, opened_at)
    ))
  FROM changes FINAL
  WHERE ${IN_REPOSITORIES}
  UNION ALL
  SELECT 'incidents', toString(source), '', '', toUnixTimestamp64Milli(opened_at)
  FROM incidents FINAL
  WHERE (environment = '' OR environment IN {environments:Array(String)})
    AND ({everyService:Bool} OR hasAny(services, {services:Array(String)}))
  UNION ALL
  SELECT
    'deployments',
    place.1,
    place.2,
    place.3,
    toUnixTimestamp64Milli(assumeNotNull(coalesce(finished_at, started_at)))
  FROM deployments FINAL
  ARRAY JOIN [
    (toString(source), '', ''), ('', toString(service), toString(environment))
  ] AS place
  WHERE ${IN_SCOPE} AND isNotNull(coalesce(finished_at, started_at))`;

/**
 * How often each source told of commits, changes, incidents and deployments, and how often each
 * service was deployed: events by the day they fell on. Days are given by where they start, from
 * the earliest; nothing before the first or from `to` on is counted.
 */
export const readRhythms = defineQuery({
  name: 'rhythms',
  sql: `
    SELECT
      kind,
      source,
      service,
      environment,
      max(at) AS lastAt,
      sumMap([roundDown(at, {dayStarts:Array(Int64)})], [toUInt64(1)]) AS daily
    FROM (${HEARD})
    WHERE at >= {dayStarts:Array(Int64)}[1] AND at < {to:Int64}
    GROUP BY kind, source, service, environment
    ORDER BY kind, source, service, environment`,
  params: z.object({
    ...scopeParams,
    ...repositoryParams,
    dayStarts: z.array(z.int()).min(1),
    to: z.int(),
  }),
  row: z.object({
    kind: z.enum(['commits', 'changes', 'incidents', 'deployments']),
    /** undefined where the rhythm is that of a service in an environment. */
    source: optionalText,
    service: optionalText,
    environment: optionalText,
    lastAt: instant,
    /** The starts of the days that had any, and how many each had. */
    daily: z.tuple([z.array(count), z.array(count)]),
  }),
});
