import { createHash } from 'node:crypto';

const HEX_DIGITS = 32;

/** A name for something that is decided again when its decider dies: the same parts give the same one. */
export function stableId(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, HEX_DIGITS);
}
