import { comparison, type Comparison, ENOUGH_CASES } from './comparison.js';
import { differenceInterval, type Estimate } from './difference-interval.js';
import type { MedianEstimate } from './median-interval.js';

/**
 * The change of a median duration: the ratio, from the intervals of the two medians on the scale of
 * logarithms, which suits durations because they are skewed; or, where a duration of 0 or below lies within
 * reach (an author's clock ahead), the difference in seconds. The intervals of the medians are those of
 * their order statistics, so no distribution is assumed, and are combined as `differenceInterval` says.
 * Nothing is said when either rests on fewer than ten cases.
 *
 * A Kaplan–Meier median with its interval can be compared as well; an end that does not close stays open.
 *
 * Sources: R. M. Price, D. G. Bonett, "Distribution-Free Confidence Intervals for Difference and Ratio of
 * Medians", Journal of Statistical Computation and Simulation 72 (2002), 119–124 (medians by their order
 * statistics, the ratio by logarithms); the combination: G. Y. Zou, A. Donner, Statistics in Medicine 27
 * (2008), 1693–1702.
 */
export function compareMedians(later: MedianEstimate, earlier: MedianEstimate): Comparison {
  if (later.median === null || earlier.median === null) {
    return comparison('ratio', null, { low: null, high: null }, false);
  }
  const a = { value: later.median, low: later.low, high: later.high };
  const b = { value: earlier.median, low: earlier.low, high: earlier.high };
  const enough = later.n >= ENOUGH_CASES && earlier.n >= ENOUGH_CASES;
  if (isPositive(a) && isPositive(b)) {
    const logarithm = differenceInterval(onScale(a, Math.log), onScale(b, Math.log));
    const ratio = onScale(logarithm, Math.exp);
    return comparison('ratio', ratio.value, ratio, enough);
  }
  const difference = differenceInterval(a, b);
  return comparison('difference', difference.value, difference, enough);
}

const isPositive = ({ value, low }: Estimate) => (low ?? value) > 0;

function onScale({ value, low, high }: Estimate, scale: (x: number) => number): Estimate {
  return {
    value: scale(value),
    low: low === null ? null : scale(low),
    high: high === null ? null : scale(high),
  };
}
