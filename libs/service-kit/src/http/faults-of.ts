import type { z } from 'zod';
import { didYouMean } from '../configuration/did-you-mean.js';
import type { QueryFault } from '../errors/problems.js';

/**
 * What is wrong with named values, each under its name.
 *
 * @param names those that there are
 * @param unknown what is said of a name that there is not
 */
export function faultsOf(
  { issues }: z.ZodError,
  names: readonly string[],
  unknown: string,
): readonly QueryFault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: key,
        message: unknown,
        hint: didYouMean(key, names),
      }));
    }
    // An entry of a list has its place behind the name, which says nothing to whoever wrote a list.
    const [name = ''] = issue.path;
    return [{ path: String(name), message: issue.message, hint: hintOf(issue) }];
  });
}

function hintOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return undefined;
  return didYouMean(issue.input, issue.values.map(String));
}
