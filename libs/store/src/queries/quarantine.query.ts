import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant, optionalText } from './columns.js';

/** A page of what is in quarantine, newest first. */
export const readQuarantinePage = defineQuery({
  name: 'quarantine-page',
  sql: `
    SELECT
      id,
      toUnixTimestamp64Milli(received_at) AS receivedAt,
      source,
      reason_code AS reasonCode,
      reason_message AS reasonMessage,
      faults,
      payload,
      encoding,
      origin
    FROM quarantine FINAL
    WHERE (toUnixTimestamp64Milli(received_at), id) < ({afterReceived:Int64}, {afterId:String})
    ORDER BY received_at DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({ afterReceived: z.int(), afterId: z.string(), limit: z.int() }),
  row: z.object({
    id: z.string(),
    receivedAt: instant,
    source: z.string(),
    reasonCode: z.string(),
    reasonMessage: z.string(),
    faults: z.string(),
    payload: z.string(),
    encoding: z.string(),
    origin: optionalText,
  }),
});
