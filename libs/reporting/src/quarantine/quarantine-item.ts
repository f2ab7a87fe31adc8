import { formatInstant, SETTLEMENTS } from '@throughline/events';
import type { QuarantineRow } from '@throughline/store';
import { z } from 'zod';

/** Something that was sent and could not be used, with what is wrong with it. */
export const quarantineItemSchema = z.object({
  id: z.string(),
  receivedAt: z.iso.datetime().describe('When it came, or came again.'),
  source: z.string(),
  reason: z.object({ code: z.string(), message: z.string() }),
  faults: z.array(
    z.object({
      index: z.int().optional(),
      path: z.string(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  payload: z.string(),
  encoding: z.string().describe('Of the payload: `utf8`, or `base64` for what is no text.'),
  origin: z.string().nullable().describe('topic/partition/offset, if it came that far.'),
  settled: z
    .object({
      at: z.iso.datetime(),
      how: z.enum(SETTLEMENTS),
      by: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable()
    .describe('What was done about it; null while it is open.'),
});

export type QuarantineItem = z.infer<typeof quarantineItemSchema>;

export function quarantineItemOf(row: QuarantineRow): QuarantineItem {
  const { id, receivedAt, source, payload, encoding } = row;
  return {
    id,
    receivedAt: formatInstant(receivedAt),
    source,
    reason: { code: row.reasonCode, message: row.reasonMessage },
    faults: quarantineItemSchema.shape.faults.parse(JSON.parse(row.faults)),
    payload,
    encoding,
    origin: row.origin ?? null,
    settled: settledOf(row),
  };
}

function settledOf(row: QuarantineRow): QuarantineItem['settled'] {
  if (row.settledAt === undefined) return null;
  return {
    at: formatInstant(row.settledAt),
    how: quarantineItemSchema.shape.settled.unwrap().shape.how.parse(row.settledHow),
    by: row.settledBy ?? null,
    reason: row.settledReason ?? null,
  };
}
