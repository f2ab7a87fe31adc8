import type { z } from 'zod';
import { type Fault, type FaultCode, isFaultCode } from './fault.js';

type Issue = z.core.$ZodIssue;

/** Puts what zod found into our own words and stable codes. */
export function faultsOf(error: z.ZodError, input: unknown): readonly Fault[] {
  return error.issues.map((issue) => describe(issue, input));
}

function describe(issue: Issue, input: unknown): Fault {
  const path = pathText(issue.path);
  const fault = (code: FaultCode, message: string): Fault => ({ path, code, message });
  switch (issue.code) {
    case 'custom': {
      const code: unknown = issue.params?.['fault'];
      return fault(isFaultCode(code) ? code : 'invalid_value', issue.message);
    }
    case 'invalid_type':
    case 'invalid_union':
      return valueAt(input, issue.path) === undefined
        ? fault('required', 'is missing')
        : fault('wrong_type', wrongType(issue));
    case 'too_big':
      return issue.origin === 'array'
        ? fault('too_many', `has more than ${issue.maximum} entries`)
        : fault('invalid_value', `is greater than ${issue.maximum}`);
    case 'too_small':
      return fault('invalid_value', `is less than ${issue.minimum}`);
    case 'invalid_value':
      return fault('invalid_value', `must be one of: ${issue.values.map(String).join(', ')}`);
    default:
      return fault('invalid_value', issue.message);
  }
}

function wrongType(issue: Issue): string {
  // The only unions are times: text or a number.
  const expected = issue.code === 'invalid_type' ? issue.expected : 'text or a number';
  return `must be ${EXPECTED[expected] ?? expected}`;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in braces',
};

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return value;
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : text === ''
          ? String(part)
          : `${text}.${String(part)}`,
    '',
  );
}
