import type { Instant } from '@throughline/events';
import { Temporal } from 'temporal-polyfill';
import { oncePerPeriod } from './once-per-period.js';

export const INTERVALS = ['none', 'day', 'week', 'month', 'quarter'] as const;

export type Interval = (typeof INTERVALS)[number];

/** A stretch of time: from its start up to, not including, its end. */
export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * Cuts a window into calendar periods of a time zone: days (of 23, 24 or 25 hours), ISO weeks from
 * Monday, months, quarters. The first and last are cut at the window's edges.
 */
export function periodsOf(window: Period, interval: Interval, timezone: string): readonly Period[] {
  if (interval === 'none') return [window];
  const periods: Period[] = [];
  let next = startOfPeriod(zoned(window.start, timezone), interval);
  for (let start = window.start; start < window.end;) {
    next = nextPeriod(next, interval);
    const end = Math.min(next.epochMilliseconds, window.end);
    // A zone may skip a whole local day (Samoa, 30 December 2011): no period without time in it.
    if (end > start) periods.push({ start, end });
    start = Math.max(start, end);
  }
  return periods;
}

/**
 * How many days of the time zone a period has, parts of a day counted as parts of that day: what
 * periods have adds up to what the window has that they were cut from.
 */
export const daysIn = oncePerPeriod(({ start, end }, timezone: string): number => {
  const [first, last] = [zoned(start, timezone), zoned(end, timezone)];
  const dates = first.toPlainDate().until(last.toPlainDate()).days;
  return dates + shareOfDay(last) - shareOfDay(first);
});

/** Whether a moment lies in a period. */
export function isIn({ start, end }: Period, instant: Instant): boolean {
  return instant >= start && instant < end;
}

/**
 * Whether a period is over: its end has come, and so has that of the calendar period that it is cut
 * from. A week that a window cuts at this very moment goes on.
 */
export function isOver(
  period: Period,
  interval: Interval,
  timezone: string,
  now: Instant,
): boolean {
  if (period.end > now) return false;
  if (interval === 'none') return true;
  return endOfWhole(period, timezone, interval) <= now;
}

/** When the calendar period is over that a period is cut from. */
const endOfWhole = oncePerPeriod(
  ({ start }, timezone: string, interval: CalendarInterval): Instant =>
    nextPeriod(startOfPeriod(zoned(start, timezone), interval), interval).epochMilliseconds,
);

/** Whether a period is a whole calendar period, not one that a window cuts. */
export function isWhole(
  { start, end }: Period,
  interval: CalendarInterval,
  timezone: string,
): boolean {
  const first = startOfPeriod(zoned(start, timezone), interval);
  return first.epochMilliseconds === start && nextPeriod(first, interval).epochMilliseconds === end;
}

/** The ISO weeks that lie wholly in a period, each as its seven local dates. */
export const wholeWeeksIn = oncePerPeriod((period, timezone: string) => {
  const last = zoned(period.end, timezone);
  const weeks: (readonly string[])[] = [];
  let monday = startOfPeriod(zoned(period.start, timezone), 'week');
  if (monday.epochMilliseconds < period.start) monday = nextPeriod(monday, 'week');
  for (;;) {
    const next = nextPeriod(monday, 'week');
    if (next.epochMilliseconds > last.epochMilliseconds) return weeks;
    const first = monday.toPlainDate();
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => first.add({ days }).toString()));
    monday = next;
  }
});

/**
 * The period of equal length that ends where a period starts. One that begins and ends at local
 * midnight is as many calendar days long, whatever clocks did in between; any other is as many
 * milliseconds long.
 */
export function previousPeriod({ start, end }: Period, timezone: string): Period {
  const [first, last] = [zoned(start, timezone), zoned(end, timezone)];
  const isMidnight = (moment: Temporal.ZonedDateTime) => moment.startOfDay().equals(moment);
  if (!isMidnight(first) || !isMidnight(last)) return { start: start - (end - start), end: start };
  const dates = first.toPlainDate().until(last.toPlainDate());
  const before = atStart(first.toPlainDate().subtract(dates), timezone);
  return { start: before.epochMilliseconds, end: start };
}

/** The calendar period before the first one of a window. */
export function periodBefore(
  { start }: Period,
  interval: CalendarInterval,
  timezone: string,
): Period {
  const first = startOfPeriod(zoned(start, timezone), interval);
  const before = atStart(first.toPlainDate().subtract(LENGTH[interval]), timezone);
  return { start: before.epochMilliseconds, end: first.epochMilliseconds };
}

/** How much of its day is over at a moment, from 0 to 1. */
function shareOfDay(moment: Temporal.ZonedDateTime): number {
  return moment.startOfDay().until(moment).total('hours') / moment.hoursInDay;
}

/** Whether the clocks of a zone do not change in a period, unless they go forth and back. */
export function hasOneOffset({ start, end }: Period, timezone: string): boolean {
  const offsetAt = (instant: Instant) => zoned(instant, timezone).offsetNanoseconds;
  return offsetAt(start) === offsetAt(end - 1);
}

/** The local date of a moment, as `2026-03-01`. */
export function localDate(instant: Instant, timezone: string): string {
  return zoned(instant, timezone).toPlainDate().toString();
}

/** The first moment of a local date written `2026-03-01`; `undefined` when it is no date. */
export function startOfDate(date: string, timezone: string): Instant | undefined {
  try {
    const day = Temporal.PlainDate.from(date, { overflow: 'reject' });
    return day.toZonedDateTime({ timeZone: timezone }).epochMilliseconds;
  } catch {
    return undefined;
  }
}

/** Whether a time zone of this name exists (IANA, such as `Europe/Berlin`). */
export function isTimezone(timezone: string): boolean {
  // An offset such as +05:00 is taken by some calendars for a zone; it knows no summer time.
  if (/^[+-]/.test(timezone)) return false;
  try {
    zoned(0, timezone);
    return true;
  } catch {
    return false;
  }
}

function zoned(instant: Instant, timezone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
}

export type CalendarInterval = Exclude<Interval, 'none'>;

function startOfPeriod(
  moment: Temporal.ZonedDateTime,
  interval: CalendarInterval,
): Temporal.ZonedDateTime {
  const day = moment.toPlainDate();
  return atStart(FIRST_DAY[interval](day), moment.timeZoneId);
}

const FIRST_DAY: Readonly<
  Record<CalendarInterval, (day: Temporal.PlainDate) => Temporal.PlainDate>
> = {
  day: (day) => day,
  week: (day) => day.subtract({ days: day.dayOfWeek - 1 }),
  month: (day) => day.with({ day: 1 }),
  quarter: (day) => day.with({ day: 1 }).subtract({ months: (day.month - 1) % 3 }),
};

const LENGTH: Readonly<Record<CalendarInterval, Temporal.DurationLike>> = {
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  quarter: { months: 3 },
};

/** By date, not by adding hours: the day on which clocks change is one day like any other. */
function nextPeriod(
  start: Temporal.ZonedDateTime,
  interval: CalendarInterval,
): Temporal.ZonedDateTime {
  return atStart(start.toPlainDate().add(LENGTH[interval]), start.timeZoneId);
}

function atStart(day: Temporal.PlainDate, timezone: string): Temporal.ZonedDateTime {
  return day.toZonedDateTime({ timeZone: timezone });
}
