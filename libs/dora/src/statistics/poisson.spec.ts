import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { poissonInterval } from './poisson.js';

describe('the exact interval of a Poisson count at 95 %', () => {
  // Table 1 of F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936), as in
  // later tables of the 95 % limits of a count.
  it.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.2422, 7.225],
    [3, 0.6187, 8.767],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.11, 65.92],
    [100, 81.36, 121.63],
  ])('of %d is %d to %d', (count, low, high) => {
    const interval = poissonInterval(count);
    const half = 0.5 * 10 ** -decimals(high);
    expect(Math.abs(interval.low - low)).toBeLessThanOrEqual(low < 1 ? 0.00005 : half);
    expect(Math.abs(interval.high - high)).toBeLessThanOrEqual(half);
  });

  it('is the definition itself: 2.5 % for that many or more at the low end, for that few at the high end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), (count) => {
        const { low, high } = poissonInterval(count);
        expect(1 - atMost(count - 1, low)).toBeCloseTo(0.025, 10);
        expect(atMost(count, high)).toBeCloseTo(0.025, 10);
      }),
    );
  });

  it('of nothing is up to −ln 0.025: e^(−x) = 2.5 %', () => {
    expect(poissonInterval(0).low).toBe(0);
    expect(poissonInterval(0).high).toBeCloseTo(-Math.log(0.025), 12);
  });

  it.each([10_000, 1_000_000])('of %d is what the normal distribution says to four terms', (k) => {
    // Wilson and Hilferty's cube, whose error at such counts is below 0.01:
    // low = k(1 − 1/9k − z/3√k)³, high = (k+1)(1 − 1/9(k+1) + z/3√(k+1))³.
    const z = 1.959963984540054;
    const cube = (n: number, sign: number) =>
      n * (1 - 1 / (9 * n) + (sign * z) / (3 * Math.sqrt(n))) ** 3;
    const { low, high } = poissonInterval(k);
    expect(Math.abs(low - cube(k, -1))).toBeLessThan(0.01);
    expect(Math.abs(high - cube(k + 1, 1))).toBeLessThan(0.01);
  });
});

const decimals = (value: number) => String(value).split('.')[1]?.length ?? 0;

/** Pr(X ≤ k) where `expected` are expected, term by term: e^(−λ) Σ λⁱ/i!. */
function atMost(k: number, expected: number): number {
  let logTerm = -expected;
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i += 1) {
    logTerm += Math.log(expected / i);
    sum += Math.exp(logTerm);
  }
  return sum;
}
