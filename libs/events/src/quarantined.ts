import { z } from 'zod';
import { FAULT_CODES } from './fault.js';
import { storedTime } from './instant.js';

/** Something that was sent and cannot be used as it is: kept whole, with what is wrong with it. */
export const quarantinedEventSchema = z.object({
  id: z.string().min(1).describe('Stable: the same payload from the same source has one id.'),
  receivedAt: storedTime,
  source: z.string(),
  reason: z.object({ code: z.string(), message: z.string() }),
  faults: z.array(
    z.object({
      index: z.int().optional().describe('Its place in the request it came with.'),
      path: z.string(),
      code: z.enum(FAULT_CODES).or(z.string()),
      message: z.string(),
    }),
  ),
  payload: z.string(),
  encoding: z.enum(['utf8', 'base64']),
  origin: z
    .object({ topic: z.string(), partition: z.int(), offset: z.int() })
    .optional()
    .describe('Where in the log it lay, if it came that far.'),
});

export type QuarantinedEvent = z.infer<typeof quarantinedEventSchema>;
