import { z } from 'zod';
import { eventsReceipt } from '../answers.js';
import { MOST_EVENTS } from '../request/entry.js';

const delivery = z.strictObject({
  headers: z
    .record(z.string(), z.string())
    .describe('Those that say what it is, by their names in lower case: `x-github-event`.'),
  payload: z.unknown().describe('What the source would have sent.'),
});

export type ImportedDelivery = z.output<typeof delivery>;

export const importBody = z.strictObject({ deliveries: z.array(delivery).max(MOST_EVENTS) });

const count = (description: string) => z.int().min(0).describe(description);

export const importReceipt = eventsReceipt.extend({
  quarantined: count('Events that our rules refuse, put in quarantine.'),
  ignored: count('Deliveries of which nothing is measured.'),
  refused: z
    .array(z.object({ index: z.int(), reason: z.string() }))
    .describe('Deliveries that are not as their source documents them; nothing of them was kept.'),
});

export type ImportReceipt = z.output<typeof importReceipt>;
