import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mean, quantile, spread } from './quantile.js';

describe('the quantile q of n sorted values', () => {
  it.each([
    ['q·n = 0.5·1 = 0.5, index 0', [7], 0.5, 7],
    ['q·n = 0.5·2 = 1, index 1: the upper of the two', [10, 20], 0.5, 20],
    ['q·n = 0.5·3 = 1.5, index 1', [10, 20, 30], 0.5, 20],
    ['q·n = 0.75·4 = 3, index 3', [10, 20, 30, 40], 0.75, 40],
    ['q·n = 0.75·5 = 3.75, index 3', [10, 20, 30, 40, 50], 0.75, 40],
    ['q·n = 0.9·9 = 8.1, index 8', [1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9, 9],
    ['q·n = 0.9·11 = 9.9, index 9', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    ['q·n = 0·2 = 0, index 0', [10, 20], 0, 10],
    ['q·n = 1·2 = 2, past the end: the last', [10, 20], 1, 20],
  ])('is at floor(q·n): %s', (_arithmetic, sorted, q, expected) => {
    expect(quantile(sorted, q)).toBe(expected);
  });

  it('is not known without values', () => {
    expect(quantile([], 0.5)).toBeNull();
  });

  it('is one of the values, and does not fall as q grows', () => {
    const values = fc.array(fc.integer(), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, (unsorted, a, b) => {
        const sorted = [...unsorted].sort((x, y) => x - y);
        const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
        expect(sorted).toContain(low);
        expect(Number(low)).toBeLessThanOrEqual(Number(high));
      }),
    );
  });
});

describe('the spread of durations', () => {
  it('sorts by size, not as text: of 100, 9, 20, 30 p50 is at index 2, p75 and p90 at 3, the mean 159/4', () => {
    expect(spread([100, 9, 20, 30])).toEqual({ p50: 30, p75: 100, p90: 100, mean: 39.75 });
  });

  it('leaves the durations as they were', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(spread(values).p50).toBe(2);
  });

  it('is not known where nothing lasted', () => {
    expect(spread([])).toEqual({ p50: null, p75: null, p90: null, mean: null });
    expect(mean([])).toBeNull();
  });
});
