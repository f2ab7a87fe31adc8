import { z } from 'zod';

/** Which definition an answer is by. */
export const definitionSchema = z.object({ id: z.string(), version: z.string() });

/** How far behind the events an answer is. */
export const freshnessSchema = z.object({
  lastEventAt: z.string().nullable(),
  lagSeconds: z.number().nullable(),
});

/** What every answer about a stretch of time begins with. */
export const frame = {
  definition: definitionSchema,
  from: z.string().describe('Start, inclusive.'),
  to: z.string().describe('End, exclusive.'),
  timezone: z.string(),
};

export interface Frame {
  readonly definition: z.output<typeof definitionSchema>;
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
}
