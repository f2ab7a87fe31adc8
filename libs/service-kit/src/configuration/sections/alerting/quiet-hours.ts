import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { defineSection } from '../section.js';
import { alertScope, scopeInWords } from './scope.js';

const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

const NO_TIME = 'is no time of day: write "22:00", with its quotes';

/** Minutes since midnight. */
const timeOfDay = z
  .string(NO_TIME)
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, NO_TIME)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const timezone = z
  .string()
  .refine(isTimezone, 'is no time zone: use an IANA name such as Europe/Berlin or UTC');

const quietHours = z
  .strictObject({
    for: alertScope,
    /** The days on which a stretch begins. */
    days: z
      .array(z.enum(DAYS))
      .min(1)
      .default([...DAYS])
      .transform((names) => names.map((name) => DAYS.indexOf(name) + 1)),
    from: timeOfDay,
    /** Not after `from`: on the next day. */
    to: timeOfDay,
    timezone: timezone.default('UTC'),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    message:
      'is the same as from: leave the days out on which nobody is to be told at all, or use a silence',
  });

export type QuietHours = z.output<typeof quietHours>;

/** When what pages nobody waits. */
export const quietHoursSection = defineSection({
  schema: z.array(quietHours).max(100).default([]),
  describe: (all) =>
    all.map(
      ({ for: scope, days, from, to, timezone: zone }) =>
        `From ${clock(from)} to ${clock(to)} (${zone}) on ${days.map((day) => DAYS[day - 1]).join(', ')} alerts${scopeInWords(scope)} that page nobody wait.`,
    ),
});

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function isTimezone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
