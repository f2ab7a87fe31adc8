import { z } from 'zod';

/** An entry as `GET /v1/quarantine` lists it; only what is shown of it. */
export const quarantineEntrySchema = z.object({
  id: z.string(),
  receivedAt: z.string(),
  source: z.string(),
  reason: z.object({ message: z.string() }),
  faults: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .default([]),
});

/** An entry as `GET /v1/quarantine/{id}` answers it. */
export const quarantineDetailSchema = quarantineEntrySchema.extend({
  payload: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  settled: z
    .object({
      at: z.string(),
      how: z.string(),
      by: z.string().nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
});

export type QuarantineEntry = z.output<typeof quarantineEntrySchema>;
export type QuarantineDetail = z.output<typeof quarantineDetailSchema>;

/** Whether it is what a source sent, and not an event: the expression for it failed. */
export function isUnread({ faults }: QuarantineEntry): boolean {
  return faults.some(({ code }) => code === 'expression_failed');
}

/** What is wrong with it, a line a fault. The reason's message is the faults' in one line. */
export function wrongWith({ faults, reason }: QuarantineEntry): readonly string[] {
  const wrong = faults.map(({ path, message }) => `${path} ${message}`.trim());
  return wrong.length > 0 ? wrong : [reason.message];
}
