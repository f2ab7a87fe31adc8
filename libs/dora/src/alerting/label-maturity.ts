import { gammaDistribution } from '../statistics/gamma-distribution.js';

const HOUR = 60 * 60 * 1000;

const HORIZON_HOURS = 72;

/** The age, in milliseconds, at which a deployment that nothing shows to have failed counts as clean in full. */
export const MATURITY_HORIZON = HORIZON_HOURS * HOUR;

/**
 * How many tenths of the failures are known by an age of so many whole hours, from 0 to 71; from 72 on it is
 * all of them. What a deployment takes from the score whose failure may still become known: in tenths,
 * rounded down, so that the score is a sum that a person can check, and no rounding gets into it.
 */
export type LabelMaturity = readonly number[];

/** Until anything else is known: half of the failures within 4 h (lognormal, σ = 1.5). */
const USUAL = { medianHours: 4, sigma: 1.5 };

/** As many failures of a fleet's own it takes to count as much as what is usual. */
const USUAL_WEIGHT = 20;

/**
 * How soon failures become known, learnt from how long it took with known ones. A few of them move little:
 * the share by an age is (k + 20·F(age)) / (n + 20), F being what is usual.
 *
 * @param delays of failures that had time to become known, in milliseconds
 */
export function labelMaturity(delays: readonly number[]): LabelMaturity {
  const sorted = [...delays].sort((a, b) => a - b);
  let known = 0;
  return Array.from({ length: HORIZON_HOURS }, (_, hours) => {
    while ((sorted[known] ?? Infinity) <= hours * HOUR) known += 1;
    const share = (known + USUAL_WEIGHT * usualShare(hours)) / (sorted.length + USUAL_WEIGHT);
    return Math.floor(10 * share);
  });
}

/** Tenths of a point that a deployment of this age, not known to have failed, takes from the score. */
export function tenthsAt(maturity: LabelMaturity, age: number): number {
  return maturity[Math.floor(age / HOUR)] ?? 10;
}

/** Φ(ln(t/median)/σ); of the normal distribution, P(½, z²/2) lies within ±z. */
function usualShare(hours: number): number {
  if (hours === 0) return 0;
  const z = Math.log(hours / USUAL.medianHours) / USUAL.sigma;
  const within = gammaDistribution(0.5)(z ** 2 / 2);
  return (1 + Math.sign(z) * within) / 2;
}
