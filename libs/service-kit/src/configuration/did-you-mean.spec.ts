import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { didYouMean, editDistance } from './did-you-mean.js';

describe('the edit distance', () => {
  it.each([
    ['team', 'team', 0],
    ['teem', 'team', 1],
    ['taem', 'team', 1],
    ['tea', 'team', 1],
    ['', 'team', 4],
    ['Repository', 'repository', 0],
    ['kitten', 'sitting', 3],
  ])('from %p to %p is %p', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('is the same both ways and at most the longer length', () => {
    const word = fc.string({ maxLength: 12 }).map((text) => text.toLowerCase());
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance).toBeLessThanOrEqual(
          Math.max(Array.from(left).length, Array.from(right).length),
        );
        expect(distance === 0).toBe(left === right);
      }),
    );
  });
});

describe('a hint', () => {
  it('names what was most likely meant, or else what is possible, or nothing', () => {
    expect(didYouMean('runbookURL', ['runbookUrl', 'sloUrl'])).toBe('did you mean "runbookUrl"?');
    expect(didYouMean('colour', ['team', 'tier'])).toBe('possible here: team, tier');
    expect(didYouMean('team', [])).toBeUndefined();
  });
});
