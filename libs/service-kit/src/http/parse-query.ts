import type { z } from 'zod';
import { invalidQuery } from '../errors/problems.js';
import { faultsOf, nameOnly } from './faults-of.js';

/**
 * Parses a query string with a schema. Use a strict object, so that a misspelt parameter is refused
 * instead of answering another question than the one that was asked.
 * @throws ProblemError TL_INVALID_QUERY with every fault
 */
export function parseQuery<Schema extends z.ZodObject>(
  schema: Schema,
  query: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(query, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw invalidQuery(
    faultsOf(parsed.error, Object.keys(schema.shape), 'is not a parameter here', nameOnly),
  );
}
