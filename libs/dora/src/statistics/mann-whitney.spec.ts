import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mannWhitney } from './mann-whitney.js';

/** Every way to choose which of the values are the first sample's: how often U is as large. */
function exactChance(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second];
  const { u } = mannWhitney(first, second);
  let [asLarge, ways] = [0, 0];
  for (let choice = 0; choice < 2 ** all.length; choice += 1) {
    const chosen = all.filter((_, index) => (choice >> index) & 1);
    if (chosen.length !== first.length) continue;
    ways += 1;
    const rest = all.filter((_, index) => !((choice >> index) & 1));
    if (pairs(chosen, rest) >= u) asLarge += 1;
  }
  return asLarge / ways;
}

function pairs(first: readonly number[], second: readonly number[]): number {
  return first
    .flatMap((a) => second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
    .reduce((sum: number, one) => sum + one, 0);
}

describe('the rank-sum test', () => {
  it('is that of the permeability constants of Hollander and Wolfe (1973), page 69', () => {
    const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    // R, ?wilcox.test: W = 35, and with exact = FALSE, alternative = "greater" p = 0.1223.
    expect(mannWhitney(atTerm, early)).toMatchObject({ u: 35, superiority: 0.7 });
    expect(mannWhitney(atTerm, early).chance).toBeCloseTo(0.1223, 4);
  });

  it('counts pairs, ties half, of any samples', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        const { u, superiority } = mannWhitney(first, second);
        expect(u).toBeCloseTo(pairs(first, second), 9);
        expect(superiority + mannWhitney(second, first).superiority).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    ['apart', [5, 6, 7, 8, 9, 10, 11, 12], [1, 2, 3, 4, 5.5, 6.5, 7.5, 8.5]],
    ['mixed', [2, 4, 6, 8, 10, 12, 14, 16], [1, 3, 5, 7, 9, 11, 13, 15]],
    ['tied', [2, 2, 3, 3, 3, 4, 4, 5], [1, 1, 2, 2, 2, 3, 3, 4]],
  ])('comes close to counting every way to draw eight and eight (%s)', (_name, first, second) => {
    expect(Math.abs(mannWhitney(first, second).chance - exactChance(first, second))).toBeLessThan(
      0.012,
    );
  });

  it('tells nothing apart where all values are one, or where there are none', () => {
    expect(mannWhitney([3, 3, 3], [3, 3])).toMatchObject({ superiority: 0.5, chance: 1 });
    expect(mannWhitney([], [1, 2])).toMatchObject({ chance: 1 });
  });
});
