import { describe, expect, it } from '@jest/globals';
import { decodeText, parseJson } from './decode-text.js';

describe('the text of a body', () => {
  it('is UTF-8, with or without a byte order mark', () => {
    expect(decodeText(Buffer.from('\ufeff{"é":"✓"}'))).toBe('{"é":"✓"}');
  });

  it('of other bytes is refused rather than guessed at', () => {
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80]]) {
      expect(() => decodeText(Uint8Array.from(bytes))).toThrow('not valid UTF-8');
    }
  });
});

describe('JSON', () => {
  it('is parsed, and refused with what is wrong', () => {
    expect(parseJson(' [1] ')).toEqual([1]);
    expect(() => parseJson('{"a":}')).toThrow(/Unexpected token/);
    expect(() => parseJson('')).toThrow(/Unexpected end/);
  });
});
