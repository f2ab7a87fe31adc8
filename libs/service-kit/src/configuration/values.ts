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
