import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { wilson } from './wilson.js';

describe('the Wilson interval at 95 %', () => {
  // The first four are method 3 in table I of R. G. Newcombe, "Two-sided confidence intervals for
  // the single proportion", Statistics in Medicine 17 (1998).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [0, 10, 0, 0.2775],
    [2, 12, 0.047, 0.448],
    [10, 10, 0.7225, 1],
  ])('of %d in %d is %d to %d', (k, n, low, high) => {
    const interval = wilson(k, n);
    expect(interval.rate).toBe(k / n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is not known of nothing', () => {
    expect(wilson(0, 0)).toEqual({ rate: null, low: null, high: null });
  });

  it('holds the rate, stays within 0 and 1, and mirrors when failures and successes swap', () => {
    const counts = fc
      .integer({ min: 1, max: 10_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { rate, low, high } = wilson(k, n);
        const ordered = [0, low, rate, high, 1].map(Number);
        expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
        expect(Number(wilson(n - k, n).low)).toBeCloseTo(1 - Number(high), 10);
      }),
    );
  });
});
