import { createHmac } from 'node:crypto';
import { sameBytes } from './same-bytes.js';

export type HmacAlgorithm = 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/**
 * Whether `signature` is the HMAC of the content with one of the secrets. Every secret is tried,
 * whatever the ones before it gave, so that the time taken does not tell which of them it was.
 */
export function isHmac(
  content: Uint8Array | string,
  secrets: readonly (string | Uint8Array)[],
  signature: Uint8Array,
  algorithm: HmacAlgorithm = 'sha256',
): boolean {
  let matches = false;
  for (const secret of secrets) {
    const expected = createHmac(algorithm, secret).update(content).digest();
    matches = sameBytes(expected, signature) || matches;
  }
  return matches;
}
