import type { Interval } from '../filters/filters.js';
import type { TrendPoint } from '../charts/sparkline.js';
import type { Metric } from './metric.js';
import type { Row } from './row.js';

const DAY_MS = 86_400_000;

/** How long a point of a trend is where nobody chose: so that there are about a dozen in a window. */
export function trendInterval(
  from: string | undefined,
  to: string | undefined,
  now: number,
): Interval {
  const end = to === undefined ? now : Date.parse(to);
  const start = from === undefined ? end - 90 * DAY_MS : Date.parse(from);
  const days = (end - start) / DAY_MS;
  if (days <= 21) return 'day';
  if (days <= 190) return 'week';
  return days <= 1100 ? 'month' : 'quarter';
}

/** A metric's points over the rows of one group. */
export function trendOf(metric: Metric, rows: readonly Row[]): readonly TrendPoint[] {
  return rows.map((row) => ({
    start: row.start,
    value: metric.value(row),
    incomplete: row.incomplete,
  }));
}
