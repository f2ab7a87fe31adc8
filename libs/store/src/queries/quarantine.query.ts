import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant, optionalInstant, optionalText } from './columns.js';

/**
 * The entries of the quarantine with what was done about them. Where nothing was, and where the same
 * came again after it, `settled` is 0.
 */
export const ENTRIES = `(
  SELECT
    entries.*,
    settlements.settled_at >= entries.received_at AS settled,
    settlements.settled_at AS settled_at,
    settlements.how AS how,
    settlements.settled_by AS settled_by,
    settlements.reason AS settled_reason
  FROM quarantine_entries AS entries FINAL
  LEFT JOIN (SELECT * FROM quarantine_settlements FINAL) AS settlements
    ON settlements.id = entries.id
)`;

const COLUMNS = `
  id,
  toUnixTimestamp64Milli(received_at) AS receivedAt,
  source,
  reason_code AS reasonCode,
  reason_message AS reasonMessage,
  faults,
  payload,
  encoding,
  origin,
  if(settled, toUnixTimestamp64Milli(settled_at), NULL) AS settledAt,
  if(settled, how, '') AS settledHow,
  if(settled, settled_by, '') AS settledBy,
  if(settled, settled_reason, '') AS settledReason`;

const row = z.object({
  id: z.string(),
  receivedAt: instant,
  source: z.string(),
  reasonCode: z.string(),
  reasonMessage: z.string(),
  faults: z.string(),
  payload: z.string(),
  encoding: z.string(),
  origin: optionalText,
  settledAt: optionalInstant,
  settledHow: optionalText,
  settledBy: optionalText,
  settledReason: optionalText,
});

export type QuarantineRow = z.output<typeof row>;

/** A page of what is in quarantine, newest first. */
export const readQuarantinePage = defineQuery({
  name: 'quarantine-page',
  sql: `
    SELECT ${COLUMNS}
    FROM ${ENTRIES}
    WHERE (toUnixTimestamp64Milli(received_at), id) < ({afterReceived:Int64}, {afterId:String})
      AND ({state:String} = 'all' OR settled = ({state:String} = 'settled'))
    ORDER BY received_at DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    afterReceived: z.int(),
    afterId: z.string(),
    state: z.enum(['open', 'settled', 'all']),
    limit: z.int(),
  }),
  row,
});

/** One entry; no row when it is not known. */
export const readQuarantineEntry = defineQuery({
  name: 'quarantine-entry',
  sql: `SELECT ${COLUMNS} FROM ${ENTRIES} WHERE id = {id:String}`,
  params: z.object({ id: z.string() }),
  row,
});
