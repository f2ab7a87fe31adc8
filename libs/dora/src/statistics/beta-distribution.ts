import { continuedFraction } from './continued-fraction.js';
import { logGamma } from './log-gamma.js';

/**
 * The beta distribution function Iₓ(a, b), a > 0, b > 0. For whole a and b it is the probability of a or
 * more successes in a+b−1 trials that succeed with probability x.
 *
 * Source: NIST Digital Library of Mathematical Functions, 8.17.22 (the continued fraction, quick below the
 * mean) and 8.17.4 (the reflection that brings x there).
 */
export function betaDistribution(a: number, b: number): (x: number) => number {
  // Does not depend on x, and takes longer than the rest: whoever looks for an x asks very often.
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return (x) => {
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    return x > (a + 1) / (a + b + 2)
      ? 1 - belowMean(1 - x, b, a, logBeta)
      : belowMean(x, a, b, logBeta);
  };
}

function belowMean(x: number, a: number, b: number, logBeta: number): number {
  const fraction = continuedFraction(1, (i) => ({ a: coefficient(i, x, a, b), b: 1 }));
  return Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta) / (a * fraction);
}

/** dᵢ of 1 + d₁/(1 + d₂/(1 + …)). */
function coefficient(i: number, x: number, a: number, b: number): number {
  const m = Math.floor(i / 2);
  const pair = (a + i - 1) * (a + i);
  return i % 2 === 0 ? (m * (b - m) * x) / pair : (-(a + m) * (a + b + m) * x) / pair;
}
