import type { MetricsNumbers } from '../metrics/row.js';
import { compareCounts } from '../statistics/compare-counts.js';
import { compareMedians } from '../statistics/compare-medians.js';
import { compareProportions } from '../statistics/compare-proportions.js';
import type { Comparison } from '../statistics/comparison.js';
import type { KaplanMeier } from '../statistics/kaplan-meier.js';
import type { MedianEstimate } from '../statistics/median-interval.js';

/** A row, and what a comparison needs beside its numbers. */
export interface ComparedRow {
  /** Those that were asked for. */
  readonly numbers: Partial<MetricsNumbers>;
  /** How long the row is, in days of its time zone. */
  readonly days: number;
  readonly leadTime: MedianEstimate;
}

/**
 * A row beside the one of equal length before it; null where the definition has no such metric,
 * absent where it was not asked for.
 */
export interface RowComparison {
  readonly deploymentFrequency?: Comparison | undefined;
  readonly changeLeadTime?: Comparison | undefined;
  readonly changeFailRate?: Comparison | undefined;
  readonly recoveryTime?: Comparison | null | undefined;
  readonly reworkRate?: Comparison | null | undefined;
  readonly timeToRestore?: Comparison | undefined;
}

/**
 * What changed from one row to the next, as far as chance allows to say so. Recovery and restoring
 * are compared by their Kaplan–Meier medians, so that what is still open counts in both.
 */
export function compareRows(later: ComparedRow, earlier: ComparedRow): RowComparison {
  const [now, before] = [later.numbers, earlier.numbers];
  return {
    deploymentFrequency: both(
      now.deploymentFrequency,
      before.deploymentFrequency,
      (frequency, earlierOne) =>
        compareCounts(
          { count: frequency.deployments, days: later.days },
          { count: earlierOne.deployments, days: earlier.days },
        ),
    ),
    changeLeadTime: both(now.changeLeadTime, before.changeLeadTime, () =>
      compareMedians(later.leadTime, earlier.leadTime),
    ),
    changeFailRate: both(now.changeFailRate, before.changeFailRate, () =>
      compareShares(failureShare(now), failureShare(before)),
    ),
    recoveryTime: both(now.recoveryTime, before.recoveryTime, (recovery, earlierOne) =>
      recovery && earlierOne
        ? compareMedians(estimateOf(recovery.kaplanMeier), estimateOf(earlierOne.kaplanMeier))
        : null,
    ),
    reworkRate: both(now.reworkRate, before.reworkRate, (rework, earlierOne) =>
      rework && earlierOne ? compareShares(reworkShare(now), reworkShare(before)) : null,
    ),
    timeToRestore: both(now.timeToRestore, before.timeToRestore, (restore, earlierOne) =>
      compareMedians(estimateOf(restore.kaplanMeier), estimateOf(earlierOne.kaplanMeier)),
    ),
  };
}

function both<Metric, Compared>(
  later: Metric | undefined,
  earlier: Metric | undefined,
  compare: (later: Metric, earlier: Metric) => Compared,
): Compared | undefined {
  return later === undefined || earlier === undefined ? undefined : compare(later, earlier);
}

/** k of n. */
export interface Share {
  readonly k: number;
  readonly n: number;
}

/** Where incidents are counted over deployments they may be more: then they are no share to compare. */
function compareShares(later: Share, earlier: Share): Comparison {
  const unknown = { k: 0, n: 0 };
  const isShare = ({ k, n }: Share) => k <= n;
  return isShare(later) && isShare(earlier)
    ? compareProportions(later, earlier)
    : compareProportions(unknown, unknown);
}

/** None of none where it was not asked for. */
export function failureShare({ changeFailRate }: Partial<MetricsNumbers>): Share {
  return { k: changeFailRate?.failed ?? 0, n: changeFailRate?.deployments ?? 0 };
}

/** None of none where the definition has no rework, or it was not asked for. */
export function reworkShare({ reworkRate }: Partial<MetricsNumbers>): Share {
  return { k: reworkRate?.rework ?? 0, n: reworkRate?.deployments ?? 0 };
}

function estimateOf({ n, p50, p50Low, p50High }: KaplanMeier): MedianEstimate {
  return { n, median: p50, low: p50Low, high: p50High };
}
