import { type Instant, readInstant } from '@throughline/events';
import { z } from 'zod';

/**
 * A time as GitLab writes it. Each kind of webhook has its own notation, and some have several:
 * `2026-03-01T12:00:00.123Z`, `2026-03-01 12:00:00 UTC`, `2026-03-01 13:00:00 +0100`.
 */
export const time = z.string().transform((text, context): Instant => {
  const instant = readInstant(text.replace(/ UTC$/, 'Z').replace(/ ?([+-]\d\d):?(\d\d)$/, '$1:$2'));
  if (instant !== undefined) return instant;
  context.addIssue({ code: 'custom', message: `"${text.slice(0, 50)}" is not a time of GitLab's` });
  return z.NEVER;
});

/** The latest of the times that are there. */
export function latest(...times: readonly (Instant | null | undefined)[]): Instant | undefined {
  const known = times.filter((one) => typeof one === 'number');
  return known.length === 0 ? undefined : Math.max(...known);
}
