import type { MetricsRow } from '@throughline/api-client';

/** A row of `GET /v1/metrics`; a metric is there if it was asked for. */
export type Row = Pick<MetricsRow, 'group' | 'start' | 'end' | 'incomplete'> &
  Partial<Omit<MetricsRow, 'group' | 'start' | 'end' | 'incomplete'>>;

/** How a row differs from the one before it. */
export type RowComparison = NonNullable<NonNullable<Row['comparison']>>;

/** What one metric of it says. */
export interface Comparison {
  readonly verdict: 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';
  readonly measure: 'difference' | 'ratio';
  readonly change: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Nothing was deployed and nothing was judged, so there is nothing to show a number of. */
export function isEmpty({ deploymentFrequency, changeFailRate }: Row): boolean {
  return deploymentFrequency?.deployments === 0 && changeFailRate?.deployments === 0;
}
