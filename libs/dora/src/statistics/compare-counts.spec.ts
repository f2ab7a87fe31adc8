import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clopperPearson } from './clopper-pearson.js';
import { compareCounts } from './compare-counts.js';

describe('the Clopper–Pearson interval at 95 %', () => {
  // Method 5 in table I of R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872.
  it.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [0, 20, 0, 0.1684],
    [1, 29, 0.0009, 0.1776],
  ])('of %d in %d is %d to %d', (k, n, low, high) => {
    const interval = clopperPearson(k, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is the definition itself: 2.5 % for that many or more at the low end, for that few at the high end', () => {
    const counts = fc
      .integer({ min: 2, max: 400 })
      .chain((n) => fc.tuple(fc.integer({ min: 1, max: n - 1 }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = clopperPearson(k, n);
        expect(1 - atMost(k - 1, n, low)).toBeCloseTo(0.025, 10);
        expect(atMost(k, n, high)).toBeCloseTo(0.025, 10);
      }),
    );
  });
});

describe('the ratio of two rates of deployments', () => {
  it('is that of the textbook: 11 in 800 beside 21 in 3011 is 1.97, from 0.858 to 4.277', () => {
    // The example of R's `poisson.test`, lung cancer in Fredericia and in three other Danish cities
    // (E. B. Andersen 1977); 11·3011/(21·800) = 1.9715.
    const ratio = compareCounts({ count: 11, days: 800 }, { count: 21, days: 3011 });
    expect(ratio).toMatchObject({ verdict: 'no_clear_change', measure: 'ratio' });
    expect(ratio.change).toBeCloseTo(1.971488, 6);
    expect(ratio.low).toBeCloseTo(0.8584264, 6);
    expect(ratio.high).toBeCloseTo(4.2772659, 6);
  });

  it('is a change only if its interval leaves out 1', () => {
    const verdict = (later: number, earlier: number, days = 30) =>
      compareCounts({ count: later, days }, { count: earlier, days: 30 }).verdict;
    // 12 beside 20 in a month: 40 % fewer, and Pr(B(32, ½) ≤ 12) = 10.8 %, twice that for both sides.
    expect(verdict(12, 20)).toBe('no_clear_change');
    // 120 beside 200: the same ratio, ten times the deployments.
    expect(verdict(120, 200)).toBe('lower');
    expect(verdict(200, 120)).toBe('higher');
    // 10 in 10 days beside 10 in 30: thrice as often. Pr(B(20, ¼) ≥ 10) = 1.4 %.
    expect(verdict(10, 10, 10)).toBe('higher');
  });

  it('needs six of them to say anything: all six in one half has probability 2·0.5⁶ = 3.1 %, five 6.3 %', () => {
    const verdict = (later: number, earlier: number) =>
      compareCounts({ count: later, days: 7 }, { count: earlier, days: 7 }).verdict;
    expect(verdict(0, 0)).toBe('too_little_data');
    expect(verdict(0, 5)).toBe('too_little_data');
    expect(verdict(0, 6)).toBe('lower');
    expect(verdict(6, 0)).toBe('higher');
    expect(verdict(3, 3)).toBe('no_clear_change');
  });

  it('needs fewer where a long period beside a short one is silent: Pr(both on the one day of 31) = 0.1 %', () => {
    const verdict = (later: number, earlier: number) =>
      compareCounts({ count: later, days: 30 }, { count: earlier, days: 1 }).verdict;
    expect(verdict(0, 2)).toBe('lower');
    expect(verdict(2, 0)).toBe('no_clear_change');
    // A single one falls on that day with 3.2 %: not below 2.5 %.
    expect(verdict(0, 1)).toBe('too_little_data');
  });

  it('has no value, and no upper end, beside nothing', () => {
    const ratio = compareCounts({ count: 6, days: 7 }, { count: 0, days: 7 });
    expect(ratio).toMatchObject({ change: null, high: null });
    // 0.025^(1/6) = 0.5407 of the whole at least: 0.5407/0.4593.
    expect(ratio.low).toBeCloseTo(1.177, 3);
    expect(compareCounts({ count: 0, days: 7 }, { count: 0, days: 7 })).toEqual({
      ...{ verdict: 'too_little_data', measure: 'ratio', change: null, low: 0, high: null },
    });
  });

  it('turns over when later and earlier swap, and scales with the time', () => {
    const counts = fc.record({
      count: fc.integer({ min: 1, max: 2000 }),
      days: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(counts, counts, (later, earlier) => {
        const there = compareCounts(later, earlier);
        const back = compareCounts(earlier, later);
        expect(Number(back.low) * Number(there.high)).toBeCloseTo(1, 9);
        const twiceAsLong = compareCounts({ ...later, days: later.days * 2 }, earlier);
        expect(Number(twiceAsLong.low)).toBeCloseTo(Number(there.low) / 2, 9);
      }),
    );
  });
});

/** Pr(B ≤ k) of the binomial(n, p) distribution, term by term. */
function atMost(k: number, n: number, p: number): number {
  let logTerm = n * Math.log1p(-p);
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i += 1) {
    logTerm += Math.log(((n - i + 1) * p) / (i * (1 - p)));
    sum += Math.exp(logTerm);
  }
  return sum;
}
