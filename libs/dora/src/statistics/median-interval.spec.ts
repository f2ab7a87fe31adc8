import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { independentCases, medianEstimate, medianInterval } from './median-interval.js';

describe('the values that bound the median 95 times in 100', () => {
  // Ranks, counted from 1, as tabled in D. G. Altman et al., "Statistics with Confidence" (2000).
  it.each([
    [6, 1, 6],
    [10, 2, 9],
    [15, 4, 12],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %d are the %d-th and the %d-th smallest', (n, low, high) => {
    expect(medianInterval(n)).toEqual({ lowIndex: low - 1, highIndex: high - 1 });
  });

  it.each([0, 1, 5])(
    'do not exist of %d: with five, all lie on one side 2·0.5⁵ = 6.3 times in 100',
    (n) => {
      expect(medianInterval(n)).toBeNull();
      expect(medianEstimate([1, 2, 3, 4, 5].slice(0, n))).toMatchObject({ low: null, high: null });
    },
  );

  it('are as near to each other as 2.5 % on either side allow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 900 }), (n) => {
        const { lowIndex, highIndex } = medianInterval(n) ?? { lowIndex: NaN, highIndex: NaN };
        expect(atMost(lowIndex, n)).toBeLessThanOrEqual(0.025);
        expect(atMost(lowIndex + 1, n)).toBeGreaterThan(0.025);
        expect(lowIndex + highIndex).toBe(n - 1);
      }),
    );
  });

  it('of 100,000 lie 1.96·√n/2 = 310 ranks from the middle', () => {
    const { lowIndex } = medianInterval(100_000) ?? { lowIndex: NaN };
    expect(Math.abs(50_000 - 309.9 - lowIndex)).toBeLessThanOrEqual(1.5);
  });

  it('lie as far apart, in shares, as those of the independent cases', () => {
    // 20 cases: the 6th and the 15th, below and above which lie five of twenty. Of 1000: 250 on either side.
    expect(medianInterval(1000, 20)).toEqual({ lowIndex: 250, highIndex: 749 });
    expect(medianInterval(1000, 20.9)).toEqual({ lowIndex: 250, highIndex: 749 });
    expect(medianInterval(1000, 5)).toBeNull();
  });
});

describe('the median of values at hand', () => {
  it('is at floor(n/2), between two of them: of ten the 6th, the 2nd and the 9th', () => {
    expect(medianEstimate([10, 90, 30, 70, 50, 60, 40, 80, 20, 100])).toEqual({
      ...{ n: 10, median: 60, low: 20, high: 90 },
    });
  });
});

describe('commits that share a deployment', () => {
  it('count as many cases as there are deployments, fewer where one is most of them', () => {
    expect(independentCases([10, 10, 10, 10])).toBe(4);
    // (91 + 3·3)² / (91² + 3·3²) = 10000/8308
    expect(independentCases([91, 3, 3, 3])).toBeCloseTo(1.2037, 4);
    expect(independentCases([])).toBe(0);
  });
});

/** Pr(B ≤ j) of the binomial(n, ½) distribution, term by term. */
function atMost(j: number, n: number): number {
  let logTerm = -n * Math.LN2;
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= j; i += 1) {
    logTerm += Math.log((n - i + 1) / i);
    sum += Math.exp(logTerm);
  }
  return sum;
}
