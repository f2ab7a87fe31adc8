import type { z } from 'zod';
import type { Mapping } from './mapping/mapping.js';
import { type Normalised, refused } from './source.js';

/** Reads a payload by the part of it that is used; what does not even have that part is refused. */
export function reading<Schema extends z.ZodType>(
  schema: Schema,
  normalise: (payload: z.output<Schema>, mapping: Mapping) => Normalised,
): (payload: unknown, mapping: Mapping) => Normalised {
  return (payload, mapping) => {
    const parsed = schema.safeParse(payload);
    if (parsed.success) return normalise(parsed.data, mapping);
    const [issue] = parsed.error.issues;
    const place = issue?.path.map(String).join('.') ?? '';
    return refused(`${place === '' ? 'the payload' : place}: ${issue?.message ?? 'is not valid'}`);
  };
}
