import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count } from './columns.js';
import { findingPageParams, findingRow, pageOfFindings } from './quality-findings.js';
import { inWindow } from './quality-scope.js';
import { ENTRIES } from './quarantine.query.js';

const window = { from: z.int(), to: z.int() };

/** How much of what was put in quarantine in the window nobody has settled. */
export const readQuarantinedCount = defineQuery({
  name: 'quarantined-count',
  sql: `SELECT count() AS entries FROM ${ENTRIES} WHERE NOT settled AND ${inWindow('received_at')}`,
  params: z.object(window),
  row: z.object({ entries: count }),
});

/** What was put in quarantine in the window, by when it was received, and nobody has settled. */
export const readQuarantined = defineQuery({
  name: 'quarantined',
  sql: pageOfFindings(`
    SELECT
      toUnixTimestamp64Milli(received_at) AS at,
      'quarantined_event' AS thing,
      CAST([], 'Array(String)') AS services,
      '' AS environment,
      '' AS repository,
      source,
      id,
      CAST([], 'Array(String)') AS missing,
      reason_message AS note,
      CAST(NULL, 'Nullable(Int64)') AS other
    FROM ${ENTRIES}
    WHERE NOT settled AND ${inWindow('received_at')}`),
  params: z.object({ ...window, ...findingPageParams }),
  row: findingRow,
});
