import type { FaultCode } from '@throughline/events';

/**
 * What can be wrong with an entry of a request, beside the faults of an event. The codes are stable:
 * clients may branch on them. Each is described in docs/sending-events.md.
 */
export const ENTRY_FAULT_CODES = [
  'not_json',
  'not_a_cloud_event',
  'not_a_cd_event',
  'type_not_accepted',
  'expression_failed',
] as const;

export type EntryFaultCode = FaultCode | (typeof ENTRY_FAULT_CODES)[number];

export interface EntryFault {
  /** Where in the entry: `parents[0]`; empty for the entry as a whole. */
  readonly path: string;
  readonly code: EntryFaultCode;
  readonly message: string;
}

/** One thing in a request that should be an event, as far as it could be read. */
export interface Entry {
  /** The event as JSON, still to be judged. */
  readonly value: unknown;
  /** Why it cannot even be judged. */
  readonly faults?: readonly EntryFault[];
  /** What was sent, where it is no JSON. */
  readonly raw?: string;
  /** The line it stands on, counted from 1, where the request has lines. */
  readonly line?: number;
  /** What leads to the event where it is inside an envelope: `data`. */
  readonly within?: string;
  /** Its place in the request, counted from 0, where the request has other things than events. */
  readonly index?: number;
  /**
   * Put into our words by us: its sender could not mend what our rules refuse of it, so that goes to
   * quarantine and spoils no request.
   */
  readonly translated?: true;
}

/** What the expression of a source of the configuration could make no events of. */
export function unreadable(value: unknown, message: string): Entry {
  return { value, faults: [{ path: '', code: 'expression_failed', message }] };
}

/** The most events of one request. */
export const MOST_EVENTS = 10_000;
