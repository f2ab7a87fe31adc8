import { isFew, type Metric } from '../../metrics/metric.js';
import type { Row } from '../../metrics/row.js';

/** How strongly a cell is shaded: 0 not at all, 4 most. */
export type Heat = 0 | 1 | 2 | 3 | 4;

/**
 * Shades each row by where its value stands among those that rest on enough cases: the fifth of them
 * that people hope for least is shaded most. A value of few cases is not ranked: chance put it there.
 */
export function heatOf(metric: Metric, rows: readonly Row[]): (row: Row) => Heat {
  const ranked = rows
    .filter((row) => !isFew(metric, row))
    .flatMap((row) => metric.value(row) ?? [])
    .sort((a, b) => a - b);
  return (row) => {
    const value = metric.value(row);
    if (value === null || ranked.length < 5 || isFew(metric, row)) return 0;
    const below = ranked.filter((other) => other < value).length;
    const above = ranked.filter((other) => other > value).length;
    // Equal values share a place, so that a column of zeros is not shaded at random.
    const place = (metric.better === 'lower' ? below : above) / ranked.length;
    return Math.min(4, Math.floor(place * 5)) as Heat;
  };
}
