import { clopperPearson } from './clopper-pearson.js';
import { comparison, type Comparison } from './comparison.js';

/** So many events in so many days. */
export interface CountOverTime {
  readonly count: number;
  /** Above 0. */
  readonly days: number;
}

/**
 * The ratio of two rates of events in time, with the exact interval: of all events in the two periods, each
 * falls into the later one with probability π = ρ·t₁/(ρ·t₁ + t₂) where ρ is the ratio of the rates, so that
 * the Clopper–Pearson interval of π is one of ρ = π/(1−π) · t₂/t₁. Too little data is so few events that not
 * even all or none of them in the later period would tell (fewer than six, for periods of equal length).
 *
 * It takes events for independent of one another. Deployments that always come in batches look surer than
 * they are: count the batches.
 *
 * Source: J. Przyborowski, H. Wilenski, "Homogeneity of results in testing samples from Poisson series",
 * Biometrika 31 (1940), 313–323.
 */
export function compareCounts(later: CountOverTime, earlier: CountOverTime): Comparison {
  const both = later.count + earlier.count;
  const perRatio = earlier.days / later.days;
  const ratio = (share: number) => (share === 1 ? null : (share / (1 - share)) * perRatio);
  const interval = (count: number) => {
    const share = clopperPearson(count, both);
    return { low: ratio(share.low), high: ratio(share.high) };
  };
  const clearIfAll = (interval(both).low ?? 0) > 1;
  const clearIfNone = (interval(0).high ?? Infinity) < 1;
  const change = earlier.count === 0 ? null : (later.count / earlier.count) * perRatio;
  return comparison('ratio', change, interval(later.count), clearIfAll || clearIfNone);
}
