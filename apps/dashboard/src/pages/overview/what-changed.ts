import { METRICS, type Metric } from '../../metrics/metric.js';
import type { Row } from '../../metrics/row.js';
import { changeInWords, type ChangeInWords } from '../../words/changes.js';

/** A member whose own metric clearly changed. */
export interface ChangedMember {
  readonly name: string;
  readonly metric: Metric;
  readonly row: Row;
  readonly change: ChangeInWords;
  /** How far from no change at all, to order by: |ln ratio|, or points of a rate over 10. */
  readonly size: number;
}

export interface WhatChanged {
  readonly members: readonly ChangedMember[];
  /** How many comparisons had enough data to say something. */
  readonly compared: number;
  /** How many of them would look changed by chance alone, at 95 %. */
  readonly byChance: number;
}

/** Which members of a grouping clearly changed, the largest changes first. */
export function whatChanged(rows: readonly Row[], grouping: string): WhatChanged {
  const judged = rows.flatMap((row) => {
    const name = row.group[grouping];
    if (name == null) return [];
    return METRICS.flatMap((metric) => {
      const comparison = metric.comparison(row);
      if (comparison === null || comparison.verdict === 'too_little_data') return [];
      return [{ name, metric, row, comparison }];
    });
  });
  const members = judged
    .filter(({ comparison: { verdict } }) => verdict === 'higher' || verdict === 'lower')
    .map(({ name, metric, row, comparison }): ChangedMember => {
      const { change, measure } = comparison;
      const size =
        change === null ? 0 : Math.abs(measure === 'ratio' ? Math.log(change) : change * 10);
      return { name, metric, row, size, change: changeInWords(comparison, metric.better) };
    })
    .sort((a, b) => b.size - a.size);
  return { members, compared: judged.length, byChance: Math.round(judged.length * 0.05) };
}

/** Of the change of a rate, what each member's own rate did and what its weight did, in points. */
export interface Part {
  readonly name: string | null;
  readonly rate: number;
  readonly mix: number;
}

/** The members that moved a rate most, either way. */
export function largestParts(parts: readonly Part[], most: number): readonly Part[] {
  return [...parts]
    .sort((a, b) => Math.abs(b.rate + b.mix) - Math.abs(a.rate + a.mix))
    .slice(0, most)
    .filter(({ rate, mix }) => Math.abs(rate + mix) >= 0.0005);
}
