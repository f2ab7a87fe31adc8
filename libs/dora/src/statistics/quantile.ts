/**
 * Which value stands for the quantile q of n sorted values:
 *
 * - `index`: the one at index floor(q·n), at most the last; of two values the median is the larger.
 *   What ClickHouse's `quantileExact` computes;
 * - `lower`: the greatest whose rank (r−1)/(n−1) is not above q; of two values the median is the
 *   smaller. SQL's `max(x) WHERE percent_rank() <= q`;
 * - `continuous`: between neighbours in proportion, at q·(n−1). SQL's `PERCENTILE_CONT`.
 */
export type QuantileMethod = 'index' | 'lower' | 'continuous';

/**
 * The quantile q of sorted values.
 *
 * @param sorted ascending
 * @returns null without values
 */
export function quantile(
  sorted: readonly number[],
  q: number,
  method: QuantileMethod = 'index',
): number | null {
  const last = sorted.length - 1;
  switch (method) {
    case 'index':
      return sorted[Math.min(Math.floor(q * sorted.length), last)] ?? null;
    case 'lower':
      return sorted[Math.floor(q * last)] ?? null;
    case 'continuous': {
      const position = q * last;
      const low = sorted[Math.floor(position)];
      const high = sorted[Math.ceil(position)];
      if (low === undefined || high === undefined) return null;
      return low + (high - low) * (position - Math.floor(position));
    }
  }
}

/** The arithmetic mean, null without values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Where durations lie: p50, p75, p90 and mean, all null without values. */
export interface Spread {
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

export function spread(values: readonly number[], method: QuantileMethod = 'index'): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5, method),
    p75: quantile(sorted, 0.75, method),
    p90: quantile(sorted, 0.9, method),
    mean: mean(sorted),
  };
}
