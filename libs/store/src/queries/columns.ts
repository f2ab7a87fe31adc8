import { z } from 'zod';

/**
 * How columns of the results are read: 64-bit integers arrive as text, an absent text as '' and an
 * absent time as NULL.
 */

/** A moment in epoch milliseconds: `toUnixTimestamp64Milli(…)`. */
export const instant = z.coerce.number().int();

/** A moment that may be missing. */
export const optionalInstant = z
  .union([z.null(), z.coerce.number().int()])
  .transform((value) => value ?? undefined);

/** A count or another whole number below 2^53. */
export const count = z.coerce.number().int();

/** A text column that holds '' where nothing was said. */
export const optionalText = z.string().transform((value) => (value === '' ? undefined : value));

/** A number that is NULL where it cannot be known. */
export const knownNumber = z.union([z.null(), z.coerce.number()]);

/** When a fact was true, in epoch milliseconds: its version above the bits that decide between statements of one moment. */
export const UPDATED_AT = 'toInt64(bitShiftRight(fact_version, 64))';
