import { z } from 'zod';

const WHOLE_HASH = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

export function isCommitHash(text: string): boolean {
  return WHOLE_HASH.test(text);
}

/** A whole commit hash: an abbreviated one names no commit for certain. */
export const commitHash = z
  .string()
  .regex(WHOLE_HASH, 'is not a whole commit hash of 40 or 64 hexadecimal digits');
