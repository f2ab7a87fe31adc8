import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foreignText } from './foreign-text.js';

describe('a text that somebody outside wrote', () => {
  it.each([
    ['a title', 'a title'],
    ['two\r\nlines\tand\u0000more', 'two lines and more'],
    ['\u202Eevil\u202C \u2066isolated\u2069', 'evil isolated'],
    ['zero\u200Bwidth and soft\u00ADhyphen', 'zerowidth and softhyphen'],
    ['tags \u{E0049}\u{E0067}end', 'tags end'],
    ['bytes in selectors \u{E0101}\u{E0102}', 'bytes in selectors'],
    ['half a pair \uD800', 'half a pair'],
    ['👩‍💻 émoji', '👩‍💻 émoji'],
    ['\u2028', ''],
  ])('%j shows as %j', (text, shown) => {
    expect(foreignText(text, 100)).toBe(shown);
  });

  it('is no longer than it may be, and never ends in half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 40 }),
        (text, length) => {
          const shown = foreignText(text, length);
          expect(Array.from(shown).length).toBeLessThanOrEqual(length);
          expect(shown.isWellFormed()).toBe(true);
        },
      ),
    );
    expect(foreignText('x'.repeat(10_000), 200)).toBe(`${'x'.repeat(199)}…`);
  });
});
