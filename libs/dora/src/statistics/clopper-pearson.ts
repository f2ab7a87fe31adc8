import { betaDistribution } from './beta-distribution.js';
import { bisect } from './bisect.js';

/**
 * The exact (Clopper–Pearson) 95 % interval of a probability of which k of n cases came true: those under
 * which neither as many nor as few have less than 2.5 % probability. For rates that people read the
 * platform uses Wilson's, which is shorter; this one never says too much.
 *
 * Source: C. J. Clopper, E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case
 * of the Binomial", Biometrika 26 (1934), 404–413.
 */
export function clopperPearson(
  k: number,
  n: number,
): { readonly low: number; readonly high: number } {
  return {
    low: k === 0 ? 0 : bisect(betaDistribution(k, n - k + 1), 0.025, 0, 1),
    high: k === n ? 1 : bisect(betaDistribution(k + 1, n - k), 0.975, 0, 1),
  };
}
