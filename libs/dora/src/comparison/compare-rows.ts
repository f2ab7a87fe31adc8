import type { MetricsNumbers } from '../metrics/row.js';
import { compareCounts } from '../statistics/compare-counts.js';
import { compareMedians } from '../statistics/compare-medians.js';
import { compareProportions } from '../statistics/compare-proportions.js';
import type { Comparison } from '../statistics/comparison.js';
import type { KaplanMeier } from '../statistics/kaplan-meier.js';
import type { MedianEstimate } from '../statistics/median-interval.js';

/** A row, and what a comparison needs beside its numbers. */
export interface ComparedRow {
  readonly numbers: MetricsNumbers;
  /** How long the row is, in days of its time zone. */
  readonly days: number;
  readonly leadTime: MedianEstimate;
}

/** A row beside the one of equal length before it; null where the definition has no such metric. */
export interface RowComparison {
  readonly deploymentFrequency: Comparison;
  readonly changeLeadTime: Comparison;
  readonly changeFailRate: Comparison;
  readonly recoveryTime: Comparison | null;
  readonly reworkRate: Comparison | null;
  readonly timeToRestore: Comparison;
}

/**
 * What changed from one row to the next, as far as chance allows to say so. Recovery and restoring
 * are compared by their Kaplan–Meier medians, so that what is still open counts in both.
 */
export function compareRows(later: ComparedRow, earlier: ComparedRow): RowComparison {
  const [now, before] = [later.numbers, earlier.numbers];
  return {
    deploymentFrequency: compareCounts(
      { count: now.deploymentFrequency.deployments, days: later.days },
      { count: before.deploymentFrequency.deployments, days: earlier.days },
    ),
    changeLeadTime: compareMedians(later.leadTime, earlier.leadTime),
    changeFailRate: compareShares(failureShare(now), failureShare(before)),
    recoveryTime:
      now.recoveryTime && before.recoveryTime
        ? compareMedians(
            estimateOf(now.recoveryTime.kaplanMeier),
            estimateOf(before.recoveryTime.kaplanMeier),
          )
        : null,
    reworkRate:
      now.reworkRate && before.reworkRate
        ? compareShares(reworkShare(now), reworkShare(before))
        : null,
    timeToRestore: compareMedians(
      estimateOf(now.timeToRestore.kaplanMeier),
      estimateOf(before.timeToRestore.kaplanMeier),
    ),
  };
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

export function failureShare({ changeFailRate }: MetricsNumbers): Share {
  return { k: changeFailRate.failed, n: changeFailRate.deployments };
}

/** None of none where the definition has no rework. */
export function reworkShare({ reworkRate }: MetricsNumbers): Share {
  return { k: reworkRate?.rework ?? 0, n: reworkRate?.deployments ?? 0 };
}

function estimateOf({ n, p50, p50Low, p50High }: KaplanMeier): MedianEstimate {
  return { n, median: p50, low: p50Low, high: p50High };
}
