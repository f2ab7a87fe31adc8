import { formatInstant } from '@throughline/events';
import { type ClickHouseClient, readFreshness } from '@throughline/store';
import { z } from 'zod';

/** How far behind the events an answer is. */
export const freshnessSchema = z.object({
  lastEventAt: z.iso.datetime().nullable(),
  lagSeconds: z
    .number()
    .nullable()
    .describe('From the receipt of the newest event to its being counted here.'),
});

export type Freshness = z.infer<typeof freshnessSchema>;

export async function freshnessOf(client: ClickHouseClient): Promise<Freshness> {
  const [row] = await readFreshness(client, {});
  const lastEventAt = row?.lastEventAt ?? null;
  const storedAt = row?.storedAt ?? null;
  if (lastEventAt === null || storedAt === null) return { lastEventAt: null, lagSeconds: null };
  return {
    lastEventAt: formatInstant(lastEventAt),
    lagSeconds: Math.max(0, storedAt - lastEventAt) / 1000,
  };
}
