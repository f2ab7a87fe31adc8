import { type Instant, readInstant } from '@throughline/events';

/** So that a century after the beginning is still within its first second. */
const STEPS_A_DOUBLING = 20;

/**
 * When the fact is said to have been true, for an event that ends nothing. What is said of a thing after
 * its end mostly knows nothing of the end and must not undo it, so such events count from the beginning
 * of the thing; of several the later is a little later, all within the first second.
 */
export function beforeAnyEnd(
  openedAt: string | number | undefined,
  saidAt: string | number,
): Instant | undefined {
  const began = openedAt === undefined ? undefined : readInstant(openedAt);
  const said = readInstant(saidAt);
  if (began === undefined || said === undefined) return undefined;
  return began + Math.floor(STEPS_A_DOUBLING * Math.log2(1 + Math.max(0, said - began)));
}
