import type { z } from 'zod';
import { didYouMean } from '../configuration/did-you-mean.js';
import { invalidQuery } from '../errors/problems.js';
import type { QueryFault } from '../errors/problems.js';

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
    parsed.error.issues.flatMap((issue) => faultsOf(issue, Object.keys(schema.shape))),
  );
}

function faultsOf(issue: z.core.$ZodIssue, parameters: readonly string[]): QueryFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: key,
      message: 'is not a parameter here',
      hint: didYouMean(key, parameters),
    }));
  }
  // An entry of a list has its place behind the parameter's name, which says nothing in an address.
  const [parameter = ''] = issue.path;
  return [{ path: String(parameter), message: issue.message, hint: hintOf(issue) }];
}

function hintOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return undefined;
  return didYouMean(issue.input, issue.values.map(String));
}
