import { betaDistribution } from '../statistics/beta-distribution.js';
import { bisect } from '../statistics/bisect.js';

/** How many of some deployments failed. */
export interface FailureCount {
  readonly failed: number;
  readonly deployments: number;
}

/** What is known of a service's change fail rate before anything of it was seen: Beta(a, b). */
export interface RatePrior {
  readonly a: number;
  readonly b: number;
}

/** One failure in ten deployments, believed as firmly as ten deployments would make one: a judgement. */
export const USUAL_PRIOR: RatePrior = { a: 1, b: 9 };

/** With fewer services, deployments or failures than these a fleet says too little about its services. */
const ENOUGH = { services: 5, deployments: 100, failed: 5 };

/** How many deployments' worth of belief a prior may have; services that are all alike would ask for ever more. */
const BELIEF = { least: 4, most: 100 };

const CENTRAL_RATES = { lowest: 0.01, highest: 0.4 };

/**
 * What the services of a fleet say about one more of them: a beta distribution with the fleet's mean μ and the
 * correlation ρ within services by analysis of variance, a + b = 1/ρ − 1. Usual prior where they say too little.
 *
 * Sources: J. C. Kleinman, "Proportions with Extraneous Variance", Journal of the American Statistical
 * Association 68 (1973), 46–54; the estimator of ρ: M. S. Ridout, C. G. B. Demétrio, D. Firth, "Estimating
 * Intraclass Correlation for Binary Data", Biometrics 55 (1999), 137–148, equation 4.
 */
export function fleetPrior(services: readonly FailureCount[]): RatePrior {
  const seen = services.filter(({ deployments }) => deployments > 0);
  const deployments = sum(seen.map((one) => one.deployments));
  const failed = sum(seen.map((one) => one.failed));
  const isTooLittle =
    seen.length < ENOUGH.services ||
    deployments < ENOUGH.deployments ||
    failed < ENOUGH.failed ||
    deployments === seen.length;
  if (isTooLittle) return USUAL_PRIOR;
  const squares = sum(seen.map((one) => one.failed ** 2 / one.deployments));
  const between = (squares - failed ** 2 / deployments) / (seen.length - 1);
  const within = (failed - squares) / (deployments - seen.length);
  const size =
    (deployments - sum(seen.map((one) => one.deployments ** 2)) / deployments) / (seen.length - 1);
  const correlation = (between - within) / (between + (size - 1) * within);
  const mean = clamp(failed / deployments, CENTRAL_RATES.lowest, CENTRAL_RATES.highest);
  // Below 0 by chance where services hardly differ, and unknown where nothing differs at all.
  const belief = correlation > 0 ? 1 / correlation - 1 : BELIEF.most;
  const firmness = clamp(belief, BELIEF.least, BELIEF.most);
  return { a: mean * firmness, b: (1 - mean) * firmness };
}

/**
 * The rate above which a service's own lies with a chance of 30 %, by what was seen of it and of the fleet: the
 * 70th percentile of Beta(a + failed, b + clean). The rate that was seen, or the mean, is too low about half of
 * the time, and a score that is built for too low a rate raises false alarms.
 */
export function usualRate({ failed, deployments }: FailureCount, { a, b }: RatePrior): number {
  return bisect(betaDistribution(a + failed, b + deployments - failed), 0.7, 0, 1);
}

/** Where a service's own rate lies with a chance of 95 %. */
export function rateInterval(
  { failed, deployments }: FailureCount,
  { a, b }: RatePrior,
): { readonly low: number; readonly high: number } {
  const distribution = betaDistribution(a + failed, b + deployments - failed);
  return { low: bisect(distribution, 0.025, 0, 1), high: bisect(distribution, 0.975, 0, 1) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
