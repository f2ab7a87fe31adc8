/** What is wrong with one value of one event, where, and how to mend it. */
export interface Fault {
  /** Where in the event: `parents[0]`, `causedBy.sha`; empty for the event as a whole. */
  readonly path: string;
  readonly code: FaultCode;
  readonly message: string;
}

/**
 * Every code a fault can carry. The codes are stable: clients may branch on them.
 * Each is described in docs/errors.md.
 */
export const FAULT_CODES = [
  'not_an_object',
  'unknown_type',
  'required',
  'wrong_type',
  'invalid_value',
  'invalid_time',
  'time_out_of_range',
  'invalid_sha',
  'invalid_text',
  'too_long',
  'too_many',
  'own_parent',
  'finish_missing',
  'cause_ambiguous',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

const KNOWN = new Set<string>(FAULT_CODES);

export function isFaultCode(code: unknown): code is FaultCode {
  return typeof code === 'string' && KNOWN.has(code);
}
