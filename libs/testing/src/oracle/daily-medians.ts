import { dateOnTheWall } from './calendar.js';
import { atPercent, type OracleQuantile } from './statistics.js';

/** A duration, and whose and of when it is. */
export interface Dated {
  readonly seconds: number;
  readonly whose: readonly unknown[];
  readonly at: number;
}

/** The median of each day and owner, in the place of all that happened there then. */
export function dailyMedians(
  durations: readonly Dated[],
  timezone: string,
  method: OracleQuantile,
): number[] {
  const days = new Map<string, number[]>();
  for (const { seconds, whose, at } of durations) {
    const day = JSON.stringify([whose, dateOnTheWall(at, timezone)]);
    days.set(day, [...(days.get(day) ?? []), seconds]);
  }
  return [...days.values()].map((ofDay) => Number(atPercent(ofDay, 50, method)));
}
