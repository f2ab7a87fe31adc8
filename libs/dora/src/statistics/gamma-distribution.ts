import { continuedFraction } from './continued-fraction.js';
import { logGamma } from './log-gamma.js';

/**
 * The gamma distribution function P(a, x) = γ(a, x)/Γ(a) of shape a > 0 and scale 1. For a whole a it is
 * the probability of a or more events where x are expected.
 *
 * Sources: NIST Digital Library of Mathematical Functions, 8.11.4 (the series, quick for x < a+1) and
 * 8.9.2 in its even part (the continued fraction of 1−P, quick beyond).
 */
export function gammaDistribution(a: number): (x: number) => number {
  const logGammaOfA = logGamma(a);
  return (x) => {
    if (x <= 0) return 0;
    const scale = Math.exp(a * Math.log(x) - x - logGammaOfA);
    if (x < a + 1) return scale * series(x, a);
    const fraction = continuedFraction(x + 1 - a, (i) => ({
      a: i * (a - i),
      b: x + 2 * i + 1 - a,
    }));
    return 1 - scale / fraction;
  };
}

/** Σ xⁱ / (a(a+1)…(a+i)) */
function series(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let i = 1; term > sum * Number.EPSILON; i += 1) {
    term *= x / (a + i);
    sum += term;
  }
  return sum;
}
