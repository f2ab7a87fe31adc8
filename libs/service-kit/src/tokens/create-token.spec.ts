import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createToken, isWellFormedToken, TOKEN_PATTERN } from './create-token.js';

describe('a created token', () => {
  it('says its strongest scope, looks like a token, and is stored as its SHA-256', () => {
    const { token, sha256 } = createToken(['ingest', 'read']);
    expect(token).toMatch(/^tl_read_/);
    expect(token).toMatch(TOKEN_PATTERN);
    expect(isWellFormedToken(token)).toBe(true);
    expect(sha256).toBe(createHash('sha256').update(token).digest('hex'));
    expect(createToken(['admin', 'ingest']).token).toMatch(/^tl_admin_/);
  });

  it('is never the same, in its id as little as in its secret', () => {
    const tokens = Array.from({ length: 200 }, () => createToken(['ingest']).token);
    expect(new Set(tokens.map((token) => token.slice(10, 18))).size).toBe(200);
    expect(new Set(tokens.map((token) => token.slice(19))).size).toBe(200);
  });

  it('is told from one with a wrong letter, a cut one and a longer one', () => {
    const { token } = createToken(['ingest']);
    const at = 25;
    const wrong = token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1);
    for (const damaged of [wrong, token.slice(0, -1), `${token}0`, '', 'tl_']) {
      expect(isWellFormedToken(damaged)).toBe(false);
    }
  });

  it('needs a scope', () => {
    expect(() => createToken([])).toThrow('at least one scope');
  });
});
