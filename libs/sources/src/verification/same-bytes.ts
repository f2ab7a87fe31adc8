import { timingSafeEqual } from 'node:crypto';

/** `timingSafeEqual` throws on different lengths; the length of a digest is no secret. */
export function sameBytes(expected: Uint8Array, given: Uint8Array): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}
