import { comparison, type Comparison, ENOUGH_CASES } from './comparison.js';
import { differenceInterval } from './difference-interval.js';
import { wilson } from './wilson.js';

/** k of n: failed deployments of all deployments. */
export interface Proportion {
  readonly k: number;
  readonly n: number;
}

/**
 * The difference of two rates with Newcombe's hybrid score interval: the Wilson intervals of the two,
 * combined as `differenceInterval` says. Nothing is said when either has fewer than ten cases.
 *
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17 (1998), 873–890, method 10.
 */
export function compareProportions(later: Proportion, earlier: Proportion): Comparison {
  const [a, b] = [wilson(later.k, later.n), wilson(earlier.k, earlier.n)];
  if (a.rate === null || b.rate === null) {
    return comparison('difference', null, { low: null, high: null }, false);
  }
  const difference = differenceInterval({ ...a, value: a.rate }, { ...b, value: b.rate });
  const enough = later.n >= ENOUGH_CASES && earlier.n >= ENOUGH_CASES;
  return comparison('difference', difference.value, difference, enough);
}
