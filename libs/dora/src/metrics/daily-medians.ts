import type { Instant } from '@throughline/events';
import { localDate } from '../calendar/periods.js';
import { groupBy } from '../grouping/group-by.js';
import { quantile, type QuantileMethod } from '../statistics/quantile.js';

/** A duration, and the place and moment at which it is booked. */
export interface BookedDuration {
  readonly seconds: number;
  readonly place: string;
  readonly at: Instant;
}

/**
 * One value for each place and local day: the median of its durations. A median of these is what
 * GitLab calls the median of a month: a day with one change weighs as much as a day with a hundred.
 */
export function dailyMedians(
  durations: readonly BookedDuration[],
  timezone: string,
  method: QuantileMethod,
): number[] {
  const days = groupBy(durations, ({ place, at }) => `${localDate(at, timezone)} ${place}`);
  return [...days.values()].flatMap((ofDay) => {
    const sorted = ofDay.map(({ seconds }) => seconds).sort((a, b) => a - b);
    return quantile(sorted, 0.5, method) ?? [];
  });
}
