import { bisect } from './bisect.js';
import { gammaDistribution } from './gamma-distribution.js';

/** What a count may have been expected to be. */
export interface CountInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact (Garwood) 95 % interval of a Poisson count: the expectations under which neither as many nor
 * as few events have less than 2.5 % probability. In a distribution's words, the 2.5 % point of the gamma
 * distribution of shape k and the 97.5 % point of shape k+1. No deployment in a week still allows 3.7 a week.
 *
 * Divide both ends by the length of time for the interval of a rate.
 *
 * Source: F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28 (1936), 437–442.
 */
export function poissonInterval(count: number): CountInterval {
  // Chance moves a count k by about √k; eight times that and more is far beyond either end.
  const beyond = count + 8 * Math.sqrt(count) + 10;
  return {
    low: count === 0 ? 0 : bisect(gammaDistribution(count), 0.025, 0, beyond),
    high: bisect(gammaDistribution(count + 1), 0.975, 0, beyond),
  };
}
