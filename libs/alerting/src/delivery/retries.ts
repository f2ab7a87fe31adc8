import type { Instant } from '@throughline/events';
import type { FailedDelivery } from './receiver.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * How long after the attempt before it each attempt is made: the schedule that the Standard Webhooks
 * specification publishes. The tenth and last is 75 h 35 min after the first.
 */
export const ATTEMPTS_AFTER_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Up to this share of the wait is added by chance, so that what failed together does not return together. */
const JITTER = 0.1;

/** What a receiver asks for beyond this is not heeded: it would keep an alert back for good. */
const LONGEST_HEEDED_MS = 24 * HOUR;

/**
 * When to try again.
 *
 * @param attempts how many were made, the failed one among them
 * @param random a number from 0 up to, but not including, 1
 * @returns undefined: there is no use in trying again, or it was tried often enough
 */
export function nextAttemptAt(
  attempts: number,
  { again, retryAfterMs = 0 }: Pick<FailedDelivery, 'again' | 'retryAfterMs'>,
  now: Instant,
  random: () => number,
): Instant | undefined {
  const wait = ATTEMPTS_AFTER_MS[attempts];
  if (!again || wait === undefined) return undefined;
  const heeded = Math.max(wait, Math.min(retryAfterMs, LONGEST_HEEDED_MS));
  return now + Math.round(heeded * (1 + JITTER * random()));
}
