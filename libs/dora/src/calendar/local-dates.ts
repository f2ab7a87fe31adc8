import type { Instant } from '@throughline/events';
import { oncePerPeriod } from './once-per-period.js';
import { hasOneOffset, isIn, localDate, periodsOf } from './periods.js';

interface LocalDay {
  readonly start: Instant;
  readonly end: Instant;
  /** `undefined` for a day on which clocks change: near midnight it may then come back. */
  readonly date: string | undefined;
}

/**
 * Tells the local dates of moments in a period, each as `2026-03-01`. A calendar is asked once a day
 * rather than once a moment, except on days on which clocks change.
 */
export const localDatesIn = oncePerPeriod((period, timezone: string) => {
  const days = periodsOf(period, 'day', timezone).map((day): LocalDay => {
    const [first, last] = [localDate(day.start, timezone), localDate(day.end - 1, timezone)];
    return { ...day, date: first === last && hasOneOffset(day, timezone) ? first : undefined };
  });
  return (instant: Instant): string => {
    const day = dayOf(days, instant);
    const date = day !== undefined && isIn(day, instant) ? day.date : undefined;
    return date ?? localDate(instant, timezone);
  };
});

/** The last day that starts by a moment. */
function dayOf(days: readonly LocalDay[], instant: Instant): LocalDay | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle]?.start ?? Infinity) <= instant) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}
