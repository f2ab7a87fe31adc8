import { logGamma } from './log-gamma.js';

/** Between which rates chance alone keeps n cases. */
export interface FunnelLimits {
  readonly low: number;
  readonly high: number;
}

/**
 * The limits of a funnel plot: of groups of n cases whose true rate is `rate`, a share of `coverage`
 * has a rate between them. Exact binomial, interpolated between the possible counts so that the
 * curve has no steps: with r the least count with P(X ≤ r) ≥ p, the limit is (r − α)/n,
 * α = (P(X ≤ r) − p) / P(X = r).
 *
 * Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance",
 * Statistics in Medicine 24 (2005), 1185–1202, appendix A.1.1.
 *
 * @param n at least 1
 * @param coverage from 0 to 1, such as 0.95
 */
export function funnelLimits(n: number, rate: number, coverage: number): FunnelLimits {
  if (rate <= 0 || rate >= 1) return { low: rate, high: rate };
  const tail = (1 - coverage) / 2;
  return { low: limitAt(tail, n, rate), high: limitAt(1 - tail, n, rate) };
}

/**
 * Whether k of n cases are more, or fewer, than chance makes of a true rate but once in 2/(1 − coverage) times.
 * By the exact tail, P(X ≥ k) and P(X ≤ k): the smooth limits cut through what few cases can be at all (one of
 * one is above them at any rate, and is what a rate of 9 % gives in 9 of 100).
 */
export function isBeyondChance(k: number, n: number, rate: number, coverage: number): boolean {
  if (n === 0) return false;
  const tail = (1 - coverage) / 2;
  return probabilityBetween(k, n, n, rate) < tail || probabilityBetween(0, k, n, rate) < tail;
}

function probabilityBetween(from: number, to: number, n: number, rate: number): number {
  if (rate <= 0) return from === 0 ? 1 : 0;
  if (rate >= 1) return to === n ? 1 : 0;
  let sum = 0;
  for (let count = from; count <= to; count += 1) sum += binomialProbability(count, n, rate);
  return sum;
}

function limitAt(probability: number, n: number, rate: number): number {
  let upTo = 0;
  for (let count = 0; count <= n; count += 1) {
    const exactly = binomialProbability(count, n, rate);
    upTo += exactly;
    if (upTo < probability) continue;
    return clamp((count - (upTo - probability) / exactly) / n);
  }
  // The sum of all stays below 1 by rounding alone.
  return 1;
}

function binomialProbability(k: number, n: number, rate: number): number {
  const ways = logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
  return Math.exp(ways + k * Math.log(rate) + (n - k) * Math.log1p(-rate));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
