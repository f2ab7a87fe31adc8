import { type Instant, readInstant } from '@throughline/events';
import { z } from 'zod';

/** Numbers from this on are nanoseconds (1e17 ns is March 1973); up to 1e14 they are s or ms. */
const FIRST_NANOSECONDS = 1e17;
const LAST_MILLISECONDS = 1e14;

/**
 * A unix time in seconds, milliseconds or nanoseconds, as a whole number. JSON numbers carry
 * nanoseconds to some hundreds of them, which is far below the milliseconds that are kept.
 */
export const unixTime = z.number().transform((value, context): Instant => {
  const instant =
    value >= FIRST_NANOSECONDS
      ? Math.round(value / 1e6)
      : value < LAST_MILLISECONDS
        ? readInstant(value)
        : undefined;
  if (instant !== undefined) return instant;
  context.addIssue({
    code: 'custom',
    message: 'is not a unix time in seconds, milliseconds or nanoseconds',
  });
  return z.NEVER;
});

/** A time as text, with an offset. */
export const isoTime = z.string().transform((value, context): Instant => {
  const instant = readInstant(value);
  if (instant !== undefined) return instant;
  context.addIssue({
    code: 'custom',
    message: 'is not an ISO 8601 time with an offset, such as 2026-03-01T12:00:00Z',
  });
  return z.NEVER;
});
