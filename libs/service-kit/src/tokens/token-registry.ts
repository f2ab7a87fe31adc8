import { timingSafeEqual } from 'node:crypto';
import type { ConfiguredToken } from '../configuration/sections/tokens.js';
import { sha256Hex } from './token-hash.js';
import type { Scope } from './scopes.js';

interface Entry {
  readonly token: ConfiguredToken;
  readonly hash: Buffer;
}

/** The configured tokens, known by their hashes only. */
export class TokenRegistry {
  readonly #entries: readonly Entry[];

  constructor(tokens: readonly ConfiguredToken[]) {
    this.#entries = tokens.map((token) => ({ token, hash: Buffer.from(token.sha256, 'hex') }));
  }

  /** Without any token everyone on this machine may do everything. */
  get isOpen(): boolean {
    return this.#entries.length === 0;
  }

  /** Compares with every token, and each in constant time: how long it takes tells nothing about any of them. */
  find(presented: string): ConfiguredToken | undefined {
    const hash = Buffer.from(sha256Hex(presented), 'hex');
    let found: ConfiguredToken | undefined;
    for (const entry of this.#entries) {
      if (timingSafeEqual(entry.hash, hash)) found = entry.token;
    }
    return found;
  }
}

/** Whether the scopes of a token allow what needs `wanted`. */
export function allows(scopes: readonly Scope[], wanted: Scope): boolean {
  return scopes.includes(wanted) || scopes.includes('admin');
}
