import type { Instant } from '@throughline/events';

const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Everybody works from 8 to 17, UTC, Monday to Friday. */
const OPENS = 8 * HOUR;
const CLOSES = 17 * HOUR;

export function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY) * DAY;
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(at: Instant): number {
  // 1970-01-01 was a Thursday.
  return ((Math.floor(at / DAY) + 3) % 7) + 1;
}

export function isWorkingDay(at: Instant): boolean {
  return weekdayOf(at) <= 5;
}

/** The moment itself while people work, else when they next begin. */
export function nextWorkingMoment(at: Instant): Instant {
  const day = startOfDay(at);
  if (isWorkingDay(day) && at < day + CLOSES) return Math.max(at, day + OPENS);
  let next = day + DAY;
  while (!isWorkingDay(next)) next += DAY;
  return next + OPENS;
}

/** The moment after so many hours of work, nights and weekends left out. */
export function afterWork(from: Instant, hours: number): Instant {
  let at = nextWorkingMoment(from);
  let left = Math.round(hours * 3600) * SECOND;
  for (;;) {
    const today = startOfDay(at) + CLOSES - at;
    if (left < today) return at + left;
    left -= today;
    at = nextWorkingMoment(startOfDay(at) + CLOSES);
  }
}
