import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chanceOfAtLeast, isAcuteStorm } from './acute-storm.js';

/** Every way in which five deployments can turn out, and the chance of each. */
function byEnumeration(k: number, p: number): number {
  let chance = 0;
  for (let ways = 0; ways < 32; ways++) {
    const failed = [1, 2, 4, 8, 16].filter((bit) => (ways & bit) > 0).length;
    if (failed >= k) chance += p ** failed * (1 - p) ** (5 - failed);
  }
  return chance;
}

const five = (failed: number) => [0, 1, 2, 3, 4].map((place) => place < failed);

describe('an acute storm', () => {
  it('is judged by the exact tail of the binomial distribution', () => {
    const rate = fc.double({ min: 0.01, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(fc.nat(5), rate, (k, p) => {
        expect(chanceOfAtLeast(k, 5, p)).toBeCloseTo(byEnumeration(k, p), 12);
      }),
    );
  });

  it.each([
    // 10p³(1−p)² + 5p⁴(1−p) + p⁵, 5p⁴(1−p) + p⁵ and p⁵
    [0.04, 3], // 0.0006
    [0.05, 4], // 0.0012 of three, 0.00003 of four
    [0.1, 4], // 0.0086, 0.0005
    [0.2, 5], // 0.0067 of four, 0.0003 of five
  ])('at a usual rate of %d takes %d of the last five', (usual, fewest) => {
    expect(isAcuteStorm(five(fewest), usual)).toBe(true);
    expect(isAcuteStorm(five(fewest - 1), usual)).toBe(false);
  });

  it('takes three failures, however rare they are', () => {
    expect(isAcuteStorm(five(2), 0.01)).toBe(false);
  });

  it('never breaks where failures are so usual that all five say little', () => {
    expect(isAcuteStorm(five(5), 0.3)).toBe(false);
  });

  it('takes what is not there yet to be clean', () => {
    expect(isAcuteStorm([true, true, true], 0.04)).toBe(true);
    expect(isAcuteStorm([true, true, true], 0.1)).toBe(false);
  });
});
