import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { funnelLimits, isBeyondChance } from './funnel-limits.js';

describe('the limits of a funnel plot', () => {
  it('are those worked by hand for two coins', () => {
    // X is 0, 1, 2 with 1/4, 1/2, 1/4. P(X ≤ 0) = 1/4 is the first at or above 0.1:
    // (0 − (0.25 − 0.1)/0.25)/2 < 0 → 0. P(X ≤ 2) = 1 at or above 0.9: (2 − (1 − 0.9)/0.25)/2 = 0.8.
    const { low, high } = funnelLimits(2, 0.5, 0.8);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(0.8, 12);
  });

  it('close upon the rate as cases grow', () => {
    const widths = [10, 100, 1_000, 10_000].map((n) => {
      const { low, high } = funnelLimits(n, 0.1, 0.95);
      return high - low;
    });
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
    // 1.96·√(0.1·0.9/10,000)·2
    expect(widths[3]).toBeCloseTo(0.01176, 4);
  });

  it('hold the rate, and the wider coverage holds the narrower', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, rate) => {
          const narrow = funnelLimits(n, rate, 0.95);
          const wide = funnelLimits(n, rate, 0.998);
          expect(wide.low).toBeLessThanOrEqual(narrow.low);
          expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
          expect(narrow.low).toBeGreaterThanOrEqual(0);
          expect(narrow.high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('are the rate itself where nothing or everything fails', () => {
    expect(funnelLimits(20, 0, 0.95)).toEqual({ low: 0, high: 0 });
    expect(funnelLimits(20, 1, 0.95)).toEqual({ low: 1, high: 1 });
  });
});

describe('what chance does not explain', () => {
  it.each([
    // P(X ≥ 1) = 0.089
    [1, 1, 0.089, false],
    // P(X ≥ 3) = 0.1³ = 0.001, which is not below 0.001; with a rate of 9 % it is 0.000729.
    [3, 3, 0.09, true],
    // P(X ≤ 0) = 0.9^10 = 0.349; 0.9^100 = 0.0000266
    [0, 10, 0.1, false],
    [0, 100, 0.1, true],
    [10, 100, 0.1, false],
    // Where nothing ever fails, one failure is not chance; where everything does, one success is not.
    [1, 5, 0, true],
    [0, 5, 0, false],
    [5, 5, 1, false],
    [4, 5, 1, true],
    [0, 0, 0.1, false],
  ])('of %i in %i at a rate of %d: %s', (k, n, rate, beyond) => {
    expect(isBeyondChance(k, n, rate, 0.998)).toBe(beyond);
  });
});
