import type { z } from 'zod';
import { didYouMean } from '../configuration/did-you-mean.js';
import type { QueryFault } from '../errors/problems.js';

/**
 * What is wrong with named values, each under its name.
 *
 * @param names those that there are
 * @param unknown what is said of a name that there is not
 * @param placeOf where a value stands, as its sender would say it
 */
export function faultsOf(
  { issues }: z.ZodError,
  names: readonly string[],
  unknown: string,
  placeOf: (path: readonly PropertyKey[]) => string,
): readonly QueryFault[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: placeOf([...issue.path, key]),
        message: unknown,
        hint: didYouMean(key, names),
      }));
    }
    return [{ path: placeOf(issue.path), message: issue.message, hint: hintOf(issue) }];
  });
}

/** An entry of a list in an address has its place behind the name, which says nothing to whoever wrote a list. */
export function nameOnly([name = '']: readonly PropertyKey[]): string {
  return String(name);
}

/** `deliveries[0].headers`. */
export function wholePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    return before === '' ? String(part) : `${before}.${String(part)}`;
  }, '');
}

function hintOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code !== 'invalid_value' || typeof issue.input !== 'string') return undefined;
  return didYouMean(issue.input, issue.values.map(String));
}
