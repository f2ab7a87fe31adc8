import { describe, expect, it } from '@jest/globals';
import { designCusum, everyDesign, USUAL_RATES } from './bernoulli-cusum.js';

/** Usual rate in percent, points of a failure plus 1, and the thresholds for run lengths of 200, 500, 1000 and 2000. */
const TABLE: readonly (readonly [number, number, ...number[]])[] = [
  [1, 55, 109, 109, 109, 137],
  [2, 27, 53, 53, 66, 79],
  [3, 18, 35, 39, 49, 58],
  [5, 11, 21, 28, 34, 40],
  [8, 7, 15, 20, 24, 28],
  [10, 5, 11, 13, 16, 18],
  [15, 4, 10, 13, 15, 18],
  [20, 3, 8, 10, 11, 13],
  [25, 2, 4, 5, 6, 6],
  [30, 2, 5, 6, 7, 8],
];

describe('the design of a score', () => {
  it.each(TABLE)(
    'at %d %% is the one that was computed apart from this program',
    (percent, m, ...thresholds) => {
      const designs = [200, 500, 1000, 2000].map((wanted) => designCusum(percent / 100, wanted));
      expect(designs.map(({ threshold }) => threshold)).toEqual(thresholds);
      expect(designs.map(({ points }) => points + 1)).toEqual([m, m, m, m]);
    },
  );

  it.each([
    [1, 123],
    [2, 77],
    [3, 60],
    [5, 41],
    [8, 29],
    [10, 25],
    [15, 16],
    [20, 12],
  ])(
    'at %d %% finds a threefold rate after a little over %d deployments',
    (percent, fromAnyScore) => {
      // With no false alarm in 1,000. Simulated apart from this program from whatever the score happens to
      // be; from 0 it takes a little longer.
      const { delay } = designCusum(percent / 100, 1000);
      expect(delay).toBeGreaterThan(fromAnyScore);
      expect(delay).toBeLessThan(1.2 * fromAnyScore);
    },
  );

  it('takes the smallest threshold that is long enough', () => {
    for (const wanted of [200, 730, 1000, 5000]) {
      for (const usual of USUAL_RATES) {
        const { threshold, runLength, points } = designCusum(usual, wanted);
        expect(runLength).toBeGreaterThanOrEqual(wanted);
        const smaller = everyDesign().find(
          (one) => one.usual === usual && one.threshold === threshold - 1,
        );
        if (smaller === undefined) expect(threshold).toBeGreaterThan(2 * points);
        else expect(smaller.runLength).toBeLessThan(wanted);
      }
    }
  });

  it('needs three failures at least, whatever is wanted', () => {
    for (const usual of USUAL_RATES) {
      const { points, threshold } = designCusum(usual, 0);
      expect(2 * points).toBeLessThan(threshold);
    }
  });

  it('goes down at the usual rate, and up at the one that it is to find', () => {
    for (const usual of USUAL_RATES) {
      const { points, target } = designCusum(usual, 1000);
      expect(usual * points - (1 - usual)).toBeLessThan(0);
      expect(target * points - (1 - target)).toBeGreaterThan(0);
      expect(target).toBeLessThan(1);
    }
  });

  it('brings rates and run lengths that there is no design for to the nearest that there is', () => {
    expect(designCusum(0, 1000).usual).toBe(0.01);
    expect(designCusum(0.9, 1000).usual).toBe(0.4);
    expect(designCusum(0.0512, 1000).usual).toBe(0.05);
    expect(designCusum(0.05, 1e9)).toEqual(designCusum(0.05, 5000));
    expect(designCusum(0.05, 1)).toEqual(designCusum(0.05, 200));
  });
});
