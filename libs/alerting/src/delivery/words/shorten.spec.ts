import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oneLine } from './one-line.js';
import { shorten } from './shorten.js';

it('leaves what fits', () => {
  expect(shorten('as long as it may be', 20)).toBe('as long as it may be');
});

it('says that it cut', () => {
  expect(shorten('longer than it may be', 20)).toBe('longer than i… (cut)');
});

it('cuts between characters, never within one as it is written', () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;');
  expect(shorten('&&&&&&', 20, escaped)).toBe('&amp;&amp;… (cut)');
  expect(shorten('😀😀😀😀😀😀', 11)).toBe('😀😀… (cut)');
});

it('never gives more than the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 7, max: 50 }), (text, limit) => {
      const short = shorten(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});

it.each([
  ['a\r\nBcc: b', 'a Bcc: b'],
  ['  a\t\tb\u0000 ', 'a b'],
  ['abc\u202edcba', 'abc dcba'],
  ['a\u2028b', 'a b'],
  ['lone \ud800 half', 'lone \ufffd half'],
  ['Größe 大小 😀', 'Größe 大小 😀'],
])('writes %j in one line', (text, line) => {
  expect(oneLine(text)).toBe(line);
});
