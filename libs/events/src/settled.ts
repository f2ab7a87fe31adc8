import { z } from 'zod';
import { storedTime } from './instant.js';

export const SETTLEMENTS = ['sent_again', 'discarded'] as const;

/**
 * What somebody did about an entry of the quarantine. It settles all that was received of the entry
 * until then; should the same come again, it is open again.
 */
export const settlementSchema = z.object({
  id: z.string().min(1).describe('Of the entry.'),
  settledAt: storedTime,
  how: z.enum(SETTLEMENTS),
  by: z.string().optional().describe('Who did it, as they wish to be named.'),
  reason: z.string().optional().describe('Why it was discarded.'),
});

export type Settlement = z.infer<typeof settlementSchema>;
