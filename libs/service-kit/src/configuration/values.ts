import { readInstant } from '@throughline/events';
import { z } from 'zod';

// `${NAME}` always gives text, so a number or a switch in throughline.yaml may be written as text too.
// Text is never guessed to be a number the other way round: a secret of digits stays as it is.

/** A whole number, also as digits in text. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
    z.int().min(minimum).max(maximum),
  );

/** `true` or `false`, also as text. */
export const toggle = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);

/** A number from 0 to 1, also as text. */
export const share = z.preprocess(
  (value) => (typeof value === 'string' && /^\d*\.?\d+$/.test(value) ? Number(value) : value),
  z.number().min(0).max(1),
);

const UNIT_SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

const NO_DURATION = 'is no length of time: write 4h, 30m, 2d or 90s';

/** A length of time as `4h`, `30m`, `2d` or `90s`; comes out in seconds. */
export const duration = z
  .string(NO_DURATION)
  .regex(/^\d{1,6}[smhd]$/, NO_DURATION)
  .transform((text) => Number(text.slice(0, -1)) * UNIT_SECONDS[text.slice(-1) as 's']);

/** Seconds as they would be written in the file, in the largest unit that they are whole in. */
export function writtenDuration(seconds: number): string {
  const units = (['d', 'h', 'm', 's'] as const).map((unit) => [unit, UNIT_SECONDS[unit]] as const);
  const [unit, length] = units.find(([, ofUnit]) => seconds % ofUnit === 0) ?? (['s', 1] as const);
  return `${seconds / length}${unit}`;
}

const NO_MOMENT = 'is no date or time: write 2026-03-01 or 2026-03-01T12:00:00Z';

/** A moment: a date (which begins in UTC) or an RFC 3339 time; comes out in epoch milliseconds. */
export const moment = z.string(NO_MOMENT).transform((text, context): number => {
  const instant = readInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: 'custom', message: NO_MOMENT, input: text });
  return z.NEVER;
});

const PLAIN = /^[^\p{Cc}]*\S[^\p{Cc}]*$/u;

/** A name that people read and that groups and filters use: one line, not blank. */
export const plainName = z
  .string()
  .max(200)
  .regex(PLAIN, 'is blank or has control characters: give it a name on one line');

/** A link shown to people; only http and https, so that no link can run a script. */
export const webAddress = z
  .string()
  .max(2048)
  .regex(/^https?:\/\/\S+$/i, 'is not an http or https address');
