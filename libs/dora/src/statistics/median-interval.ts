import { betaDistribution } from './beta-distribution.js';
import { quantile } from './quantile.js';

/** Which of the sorted values, counted from 0, bound the median. */
export interface MedianIndexes {
  readonly lowIndex: number;
  readonly highIndex: number;
}

/** The median of durations and its 95 % interval, in the durations' unit. */
export interface MedianEstimate {
  /** How many independent values it rests on. */
  readonly n: number;
  readonly median: number | null;
  /** null where there are too few values, or the interval does not end. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The values of n sorted ones between which the true median lies 95 times in 100, whatever the distribution:
 * how many values fall below the median is binomial(n, ½), so the interval runs from the (j+1)-th smallest to
 * the (j+1)-th greatest for the greatest j with Pr(B ≤ j) ≤ 2.5 %. null below six values: there the smallest
 * and the greatest of all are not enough.
 *
 * Commits that went out with one deployment waited together and are hardly more than one case: with 1,000
 * commits in 20 deployments the interval of 1,000 independent values is far too narrow. `independent` says
 * how many cases the n values amount to (see `independentCases`); the ranks are those of that many, stretched.
 *
 * Source: W. R. Thompson, "On Confidence Ranges for the Median and Other Expectation Distributions for
 * Populations of Unknown Distribution Form", Annals of Mathematical Statistics 7 (1936), 122–128.
 */
export function medianInterval(n: number, independent = n): MedianIndexes | null {
  const cases = Math.floor(independent);
  let within = -1;
  let beyond = Math.ceil(cases / 2);
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (atMost(middle, cases) <= 0.025) within = middle;
    else beyond = middle;
  }
  if (within < 0) return null;
  const lowIndex = Math.floor((within * n) / cases);
  return { lowIndex, highIndex: n - 1 - lowIndex };
}

/** The median of values at hand: at floor(n/2), as everywhere, with its interval. */
export function medianEstimate(
  values: readonly number[],
  independent = values.length,
): MedianEstimate {
  const sorted = [...values].sort((a, b) => a - b);
  const indexes = medianInterval(values.length, independent);
  return {
    n: independent,
    median: quantile(sorted, 0.5),
    low: indexes && (sorted[indexes.lowIndex] ?? null),
    high: indexes && (sorted[indexes.highIndex] ?? null),
  };
}

/**
 * How many independent cases values amount to that come in groups of these sizes, each group alike:
 * (Σ size)² / Σ size², the number of groups if they are equal, fewer if a few large ones dominate.
 *
 * Source: L. Kish, "Survey Sampling" (1965), the effective sample size.
 */
export function independentCases(groupSizes: readonly number[]): number {
  const total = groupSizes.reduce((sum, size) => sum + size, 0);
  const squares = groupSizes.reduce((sum, size) => sum + size ** 2, 0);
  return squares === 0 ? 0 : total ** 2 / squares;
}

/** Pr(B ≤ j) of the binomial(n, ½) distribution. */
function atMost(j: number, n: number): number {
  return betaDistribution(n - j, j + 1)(0.5);
}
