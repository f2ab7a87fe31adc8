/**
 * A 64-bit fingerprint of a text: two 32-bit lanes of multiply-and-xor, each mixed to the end as
 * MurmurHash3 does. For telling things apart and spreading them, not for secrets: it has no key.
 * It is part of the stored format (versions, default ids, partitions), so it must never change.
 */
export function fingerprint(text: string): bigint {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixedHigh = mix(high ^ (low >>> 15));
  const mixedLow = mix(low ^ (mixedHigh >>> 13));
  return (BigInt(mixedHigh) << 32n) | BigInt(mixedLow);
}

function mix(lane: number): number {
  let value = lane;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The same as 16 hexadecimal digits. */
export function fingerprintHex(text: string): string {
  return fingerprint(text).toString(16).padStart(16, '0');
}
