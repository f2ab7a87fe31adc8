import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareProportions } from './compare-proportions.js';

describe('the difference of two rates', () => {
  // Table II of R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %d/%d and %d/%d is %d to %d', (k1, n1, k2, n2, low, high) => {
    const difference = compareProportions({ k: k1, n: n1 }, { k: k2, n: n2 });
    expect(difference).toMatchObject({ measure: 'difference', change: k1 / n1 - k2 / n2 });
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });

  it('is a change only if its interval leaves out 0', () => {
    const verdict = (k1: number, n1: number, k2: number, n2: number) =>
      compareProportions({ k: k1, n: n1 }, { k: k2, n: n2 }).verdict;
    expect(verdict(56, 70, 48, 80)).toBe('higher');
    expect(verdict(48, 80, 56, 70)).toBe('lower');
    // 5 of 56 beside 0 of 29 looks like a rise from 0 % to 9 %; the interval begins at −3.8 %.
    expect(verdict(5, 56, 0, 29)).toBe('no_clear_change');
    // 6 of 7 beside 2 of 7 leaves out 0, but of seven deployments nothing is said.
    expect(verdict(6, 7, 2, 7)).toBe('too_little_data');
    expect(verdict(9, 9, 0, 100)).toBe('too_little_data');
    expect(verdict(10, 10, 0, 100)).toBe('higher');
  });

  it('is not known when one of the two is not', () => {
    expect(compareProportions({ k: 3, n: 20 }, { k: 0, n: 0 })).toEqual({
      ...{ verdict: 'too_little_data', measure: 'difference', change: null, low: null, high: null },
    });
  });

  it('holds the change, stays within −1 and 1, and mirrors when later and earlier swap', () => {
    const proportion = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.record({ k: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(proportion, proportion, (later, earlier) => {
        const there = compareProportions(later, earlier);
        const back = compareProportions(earlier, later);
        const ordered = [-1 - 1e-12, there.low, there.change, there.high, 1 + 1e-12].map(Number);
        expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
        expect(Number(back.low)).toBeCloseTo(-Number(there.high), 12);
      }),
    );
  });
});
