import { z } from 'zod';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/**
 * The moments an event can speak of. Git writes dates of broken clocks faithfully, so the range is
 * wide; what lies outside is not a date of software delivery, and ClickHouse could not keep it.
 */
export const EARLIEST_INSTANT: Instant = 0;
export const LATEST_INSTANT: Instant = Date.UTC(2100, 0, 1);

/** Numbers below this are unix seconds (1e11 s is the year 5138), from it on milliseconds. */
const FIRST_MILLISECONDS = 1e11;

/** RFC 3339 date-time: a date, a time, and an offset. Seconds may carry any number of decimals. */
const RFC_3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const HOW = 'use RFC 3339 with an offset (2026-03-01T12:00:00Z), or unix seconds or milliseconds';

/** Reads a time as the outside writes it; `undefined` when it is none. */
export function readInstant(value: string | number): Instant | undefined {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return undefined;
    return Math.round(Math.abs(value) < FIRST_MILLISECONDS ? value * 1000 : value);
  }
  if (!RFC_3339.test(value)) return undefined;
  const [year, month, day] = [value.slice(0, 4), value.slice(5, 7), value.slice(8, 10)].map(Number);
  if (!isCalendarDay(year ?? 0, month ?? 0, day ?? 0)) return undefined;
  // A leap second is read as the second before it: unix time has no name for it.
  const text = value
    .toUpperCase()
    .replace(' ', 'T')
    .replace(/:60(?=[.Z+-])/, ':59');
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && !leap ? 28 : (DAYS_IN_MONTH[month - 1] ?? 0));
}

export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** A time as clients send it; comes out as an {@link Instant}. */
export const timeInput = z.union([z.string(), z.number()]).transform((value, context): Instant => {
  const instant = readInstant(value);
  if (instant === undefined) {
    context.addIssue({
      code: 'custom',
      params: { fault: 'invalid_time' },
      message: `is not a time: ${HOW}`,
      input: value,
    });
    return z.NEVER;
  }
  if (instant < EARLIEST_INSTANT || instant >= LATEST_INSTANT) {
    context.addIssue({
      code: 'custom',
      params: { fault: 'time_out_of_range' },
      message: `is outside 1970 to 2099 (read as ${describeFarTime(instant)}): ${HOW}`,
      input: value,
    });
    return z.NEVER;
  }
  return instant;
});

function describeFarTime(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? 'no date at all' : date.toISOString();
}

/** A time as the log and the store keep it. */
export const storedTime = z
  .number()
  .check((context) => {
    const { value } = context;
    if (Number.isInteger(value) && value >= EARLIEST_INSTANT && value <= LATEST_INSTANT) return;
    context.issues.push({ code: 'custom', input: value, message: 'is not a time of the log' });
  })
  .meta({ type: 'integer', minimum: EARLIEST_INSTANT, maximum: LATEST_INSTANT });
