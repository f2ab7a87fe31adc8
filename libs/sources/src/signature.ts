import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether `signature` is the HMAC-SHA256 of the body with one of the secrets. Every secret is tried,
 * whatever the ones before it gave, so that the time taken does not tell which of them it was.
 */
export function isHmacSha256(
  body: Uint8Array,
  secrets: readonly string[],
  signature: Uint8Array,
): boolean {
  let matches = false;
  for (const secret of secrets) {
    const expected = createHmac('sha256', secret).update(body).digest();
    matches = equal(expected, signature) || matches;
  }
  return matches;
}

/** `timingSafeEqual` throws on different lengths; the length of a digest is no secret. */
function equal(expected: Uint8Array, given: Uint8Array): boolean {
  return expected.length === given.length && timingSafeEqual(expected, given);
}
