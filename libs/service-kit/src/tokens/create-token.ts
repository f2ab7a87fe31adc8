import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { base62 } from './base62.js';
import { SCOPES } from './scopes.js';
import type { Scope } from './scopes.js';
import { sha256Hex } from './token-hash.js';

/**
 * `tl_<scope>_<id>_<secret><checksum>`: the strongest scope and an id tell people which token it is, the secret has
 * 256 bits, and the checksum lets secret scanners, and us, tell a token from anything that looks like one.
 */
export const TOKEN_PATTERN =
  /^tl_(?:ingest|read|admin)_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}[0-9A-Za-z]{6}$/;

const CHECKSUM_LENGTH = 6;

export interface CreatedToken {
  /** Shown once to whoever asked for it, and kept nowhere. */
  readonly token: string;
  /** What the configuration stores. A plain hash will do: nobody guesses 256 random bits. */
  readonly sha256: string;
}

export function createToken(scopes: readonly Scope[]): CreatedToken {
  const strongest = SCOPES.findLast((scope) => scopes.includes(scope));
  if (strongest === undefined) throw new Error('a token needs at least one scope');
  const id = random(6, 8).slice(-8);
  const body = `tl_${strongest}_${id}_${random(32, 43)}`;
  const token = body + checksum(body);
  return { token, sha256: sha256Hex(token) };
}

/** Whether the text is a whole token, undamaged: says nothing about whether it is configured. */
export function isWellFormedToken(text: string): boolean {
  const body = text.slice(0, -CHECKSUM_LENGTH);
  return TOKEN_PATTERN.test(text) && text.endsWith(checksum(body));
}

function checksum(body: string): string {
  return base62(BigInt(crc32(body)), CHECKSUM_LENGTH);
}

function random(bytes: number, length: number): string {
  return base62(BigInt(`0x${randomBytes(bytes).toString('hex')}`), length);
}
