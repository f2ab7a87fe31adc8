import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mean, quantile, type QuantileMethod, spread } from './quantile.js';

const METHODS: readonly QuantileMethod[] = ['index', 'lower', 'continuous'];

describe('the quantile q of n sorted values', () => {
  it.each([
    ['q·n = 0.5·1 = 0.5, index 0', [7], 0.5, 7],
    ['q·n = 0.5·2 = 1, index 1: the upper of the two', [10, 20], 0.5, 20],
    ['q·n = 0.5·3 = 1.5, index 1', [10, 20, 30], 0.5, 20],
    ['q·n = 0.75·4 = 3, index 3', [10, 20, 30, 40], 0.75, 40],
    ['q·n = 0.75·5 = 3.75, index 3', [10, 20, 30, 40, 50], 0.75, 40],
    ['q·n = 0.9·9 = 8.1, index 8', [1, 2, 3, 4, 5, 6, 7, 8, 9], 0.9, 9],
    ['q·n = 0.9·11 = 9.9, index 9', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    ['q·n = 0.5·4 = 2, index 2: ties are values like others', [1, 5, 5, 9], 0.5, 5],
    ['q·n = 0·2 = 0, index 0', [10, 20], 0, 10],
    ['q·n = 1·2 = 2, past the end: the last', [10, 20], 1, 20],
  ])('by `index` is at floor(q·n): %s', (_arithmetic, sorted, q, expected) => {
    expect(quantile(sorted, q, 'index')).toBe(expected);
    expect(quantile(sorted, q)).toBe(expected);
  });

  it.each([
    ['of one, that one', [7], 0.9, 7],
    ['ranks 0, 1: the lower of the two', [10, 20], 0.5, 10],
    ['ranks 0, 1: not yet the second at 0.9', [10, 20], 0.9, 10],
    ['ranks 0, 1/2, 1', [10, 20, 30], 0.5, 20],
    ['ranks 0, 1/3, 2/3, 1: 2/3 is above 0.5', [10, 20, 30, 40], 0.5, 20],
    ['ranks 0, 1/3, 2/3, 1: 2/3 is not above 0.75', [10, 20, 30, 40], 0.75, 30],
    ['ranks 0, 1/4, 1/2, 3/4, 1', [10, 20, 30, 40, 50], 0.75, 40],
    // percent_rank() gives ties the rank of the first of them: 0, 1/4, 1/4, 1/4, 1.
    ['ties share the rank 1/4', [1, 5, 5, 5, 9], 0.5, 5],
    ['ties share the rank 0', [5, 5, 9], 0.5, 5],
    ['ties share the rank 1/2, which is not above 0.5', [1, 2, 5, 5, 5], 0.5, 5],
    // And here they share 2/3, which is.
    ['ties share the rank 2/3 after 0 and 1/3', [1, 2, 5, 5], 0.5, 2],
  ])('by `lower` is the greatest whose rank is not above q: %s', (_ranks, sorted, q, expected) => {
    expect(quantile(sorted, q, 'lower')).toBe(expected);
  });

  it.each([
    ['of one, that one', [7], 0.9, 7],
    ['at 0.5·1, half way from 10 to 20', [10, 20], 0.5, 15],
    ['at 0.75·1, three quarters of the way', [10, 20], 0.75, 17.5],
    ['at 0.5·2 = 1', [10, 20, 30], 0.5, 20],
    ['at 0.75·2 = 1.5, half way from 20 to 30', [10, 20, 30], 0.75, 25],
    ['at 0.75·3 = 2.25, a quarter of the way from 30 to 50', [10, 20, 30, 50], 0.75, 35],
    ['at 0.5·3 = 1.5, between ties', [1, 5, 5, 9], 0.5, 5],
    ['at 1·1, the last', [10, 20], 1, 20],
    ['at 0·1, the first', [10, 20], 0, 10],
  ])('by `continuous` lies at q·(n−1): %s', (_place, sorted, q, expected) => {
    expect(quantile(sorted, q, 'continuous')).toBeCloseTo(expected, 12);
  });

  it('by `lower` is SQL’s max(x) WHERE percent_rank() <= q, with ties of any number', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, fc.constantFrom(0, 0.5, 0.75, 0.9, 1), (unsorted, q) => {
        const sorted = [...unsorted].sort((a, b) => a - b);
        const percentRank = (x: number) =>
          sorted.length === 1
            ? 0
            : sorted.filter((other) => other < x).length / (sorted.length - 1);
        const expected = Math.max(...sorted.filter((x) => percentRank(x) <= q));
        expect(quantile(sorted, q, 'lower')).toBe(expected);
      }),
    );
  });

  it('is not known without values', () => {
    for (const method of METHODS) expect(quantile([], 0.5, method)).toBeNull();
  });

  it('does not fall as q grows, and is one of the values unless it lies between them', () => {
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(values, share, share, fc.constantFrom(...METHODS), (unsorted, a, b, method) => {
        const sorted = [...unsorted].sort((x, y) => x - y);
        const at = (q: number) => Number(quantile(sorted, q, method));
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)) + 1e-9);
        if (method !== 'continuous') expect(sorted).toContain(at(a));
      }),
    );
  });
});

describe('the spread of durations', () => {
  it('sorts by size, not as text: of 100, 9, 20, 30 p50 is at index 2, p75 and p90 at 3, the mean 159/4', () => {
    expect(spread([100, 9, 20, 30])).toEqual({ p50: 30, p75: 100, p90: 100, mean: 39.75 });
  });

  it('is by the method asked for', () => {
    // Ranks 0, 1/3, 2/3, 1.
    expect(spread([100, 9, 20, 30], 'lower')).toEqual({ p50: 20, p75: 30, p90: 30, mean: 39.75 });
    // At 1.5, 2.25 and 2.7: 25, 30 + 70/4 and 30 + 0.7·70.
    const between = spread([100, 9, 20, 30], 'continuous');
    expect(between).toMatchObject({ p50: 25, p75: 47.5, mean: 39.75 });
    expect(between.p90).toBeCloseTo(79, 9);
  });

  it('leaves the durations as they were', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(spread(values).p50).toBe(2);
  });

  it('is not known where nothing lasted', () => {
    for (const method of METHODS) {
      expect(spread([], method)).toEqual({ p50: null, p75: null, p90: null, mean: null });
    }
    expect(mean([])).toBeNull();
  });
});
