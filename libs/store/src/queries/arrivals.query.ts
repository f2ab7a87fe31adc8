import type { EventType } from '@throughline/events';
import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, instant, UPDATED_AT } from './columns.js';

/** Where what the events of a type said is kept. */
const TABLES: Readonly<Record<EventType, string>> = {
  commit: 'commits',
  artifact: 'artifacts',
  change: 'changes',
  review: 'reviews',
  deployment: 'deployments',
  verdict: 'verdicts',
  incident: 'incidents',
  service: 'service_versions',
  activity: 'activities',
  feedback: 'feedback',
};

const BY_SOURCE = Object.entries(TABLES)
  .map(
    ([type, table]) => `
    SELECT
      toString(source) AS source,
      '${type}' AS type,
      count() AS facts,
      max(${UPDATED_AT}) AS lastEventAt
    FROM ${table} FINAL
    GROUP BY source`,
  )
  .join('\n    UNION ALL');

/** What each source has told of that still stands, by type of event. Reads a few narrow columns of each table. */
export const readArrivals = defineQuery({
  name: 'arrivals',
  sql: `
    SELECT source, type, facts, lastEventAt
    FROM (${BY_SOURCE}
    )
    ORDER BY source, type`,
  params: z.object({}),
  row: z.object({
    source: z.string(),
    type: z.enum(Object.keys(TABLES) as EventType[]),
    facts: count,
    lastEventAt: instant,
  }),
});

/** When the newest event of each topic of the log was received. */
export const readLastReceived = defineQuery({
  name: 'last-received',
  sql: `
    SELECT topic, toUnixTimestamp64Milli(max(last_event_at)) AS receivedAt
    FROM ingestion_progress FINAL
    GROUP BY topic`,
  params: z.object({}),
  row: z.object({ topic: z.string(), receivedAt: instant }),
});
