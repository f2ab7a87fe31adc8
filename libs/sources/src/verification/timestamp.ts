import type { Instant } from '@throughline/events';

/** How far the time of a signature may lie from that of its receipt: what Standard Webhooks advises. */
const TOLERANCE_SECONDS = 5 * 60;

/**
 * Why a signed time is not believed, if it is not: a delivery that was recorded and is played again
 * later carries a true signature of an old time.
 *
 * @param seconds unix seconds, as the sender wrote them
 */
export function staleness(seconds: string, receivedAt: Instant): string | undefined {
  if (!/^\d{1,12}$/.test(seconds)) return 'the time of the signature is not in unix seconds';
  const age = Math.round(receivedAt / 1000 - Number(seconds));
  if (Math.abs(age) <= TOLERANCE_SECONDS) return undefined;
  const [apart, way] = age > 0 ? [age, 'old'] : [-age, 'in the future'];
  return `the signature is ${apart} s ${way}, and more than ${TOLERANCE_SECONDS} s are not believed: check the clocks`;
}
