import { z } from 'zod';

/** A whole number in decimal digits. */
export const wholeNumberIn = (minimum: number, maximum: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= minimum && Number(text) <= maximum,
      `is not a whole number from ${minimum} to ${maximum}`,
    )
    .transform(Number);

/** `true` or `false`, nothing in between. */
export const trueOrFalse = z
  .enum(['true', 'false'], 'is neither true nor false')
  .transform((text) => text === 'true');

/** Comma-separated values, at least one; spaces around them do not count. */
export const list = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(item));
