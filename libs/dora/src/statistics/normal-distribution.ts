import { gammaDistribution } from './gamma-distribution.js';

/**
 * How often a standard normal value is above z. Of its square half follows a gamma distribution:
 * P(½, z²/2) of them lie within ±z.
 */
export function normalAbove(z: number): number {
  const within = gammaDistribution(0.5)(z ** 2 / 2);
  return z >= 0 ? (1 - within) / 2 : (1 + within) / 2;
}
