/**
 * The quantile q of n values: the one at index floor(q·n) of the sorted values. It is always one of
 * the values, and it is what ClickHouse's `quantileExact` computes.
 *
 * @param sorted ascending
 * @returns null without values
 */
export function quantile(sorted: readonly number[], q: number): number | null {
  const index = Math.min(Math.floor(q * sorted.length), sorted.length - 1);
  return sorted[index] ?? null;
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

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    p50: quantile(sorted, 0.5),
    p75: quantile(sorted, 0.75),
    p90: quantile(sorted, 0.9),
    mean: mean(sorted),
  };
}
