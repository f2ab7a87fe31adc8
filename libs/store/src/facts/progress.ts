import type { Instant } from '@throughline/events';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { instant } from '../queries/columns.js';

/** How far a partition of the log has come into the tables. */
export interface PartitionProgress {
  readonly topic: string;
  readonly partition: number;
  readonly lastOffset: number;
  /** When the newest event of the batch was received. */
  readonly lastEventAt: Instant;
  readonly storedAt: Instant;
}

export const insertProgress = defineInsert({
  name: 'insert-progress',
  table: 'ingestion_progress',
  columns: ['topic', 'partition', 'last_offset', 'last_event_at', 'stored_at'],
  row: (progress: PartitionProgress) => [
    progress.topic,
    progress.partition,
    progress.lastOffset,
    progress.lastEventAt,
    progress.storedAt,
  ],
});

/** When the newest event was received, and when it was in the tables; null before the first. */
export const readFreshness = defineQuery({
  name: 'freshness',
  sql: `
    SELECT
      toUnixTimestamp64Milli(maxOrNull(last_event_at)) AS lastEventAt,
      toUnixTimestamp64Milli(argMaxOrNull(stored_at, last_event_at)) AS storedAt
    FROM ingestion_progress FINAL`,
  params: z.object({}),
  row: z.object({ lastEventAt: instant.nullable(), storedAt: instant.nullable() }),
});

/**
 * How far the log has come into the tables altogether. `mark` is another one whenever anything was
 * stored since, whichever process did and whatever its clock says.
 */
export const readProgress = defineQuery({
  name: 'progress',
  sql: `
    SELECT
      toUnixTimestamp64Milli(maxOrNull(last_event_at)) AS lastEventAt,
      toUnixTimestamp64Milli(maxOrNull(stored_at)) AS storedAt,
      concat(toString(ifNull(storedAt, 0)), '-', toString(sum(last_offset + 1))) AS mark
    FROM ingestion_progress FINAL`,
  params: z.object({}),
  row: z.object({
    lastEventAt: instant.nullable(),
    storedAt: instant.nullable(),
    mark: z.string(),
  }),
});
