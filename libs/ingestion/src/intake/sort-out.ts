import { hash } from 'node:crypto';
import {
  type DeliveryEvent,
  type EventType,
  type Instant,
  isEventType,
  parseEvent,
  partitionKeyOf,
  serialiseEvent,
  topicOf,
} from '@throughline/events';
import type { LogRecord } from '@throughline/event-log';
import type { Entry, EntryFault } from '../request/entry.js';
import type { Pseudonyms } from './pseudonyms.js';

/** A valid event, as the log will have it. */
export interface ReadyEvent {
  readonly index: number;
  readonly type: EventType;
  /** Equal for events that say the same, and for no others. */
  readonly digest: string;
  readonly record: LogRecord;
}

/** An entry that is no valid event. */
export interface UnusableEntry {
  readonly index: number;
  readonly type: EventType | 'unknown';
  readonly entry: Entry;
  readonly faults: readonly EntryFault[];
}

export interface SortedOut {
  readonly ready: readonly ReadyEvent[];
  readonly unusable: readonly UnusableEntry[];
}

/** Of the events' stored form; a consumer that meets a later one knows that it does not know it. */
const SCHEMA_VERSION = '1';

/** Judges every entry and makes records of the valid ones. Nothing here waits: it runs for every event. */
export function sortOut(
  entries: readonly Entry[],
  pseudonyms: Pseudonyms,
  receivedAt: Instant,
): SortedOut {
  const ready: ReadyEvent[] = [];
  const unusable: UnusableEntry[] = [];
  for (const [position, entry] of entries.entries()) {
    const index = entry.index ?? position;
    if (entry.faults) {
      unusable.push({
        index,
        type: typeOf(entry.value),
        entry,
        faults: named(entry.faults, entry),
      });
      continue;
    }
    const parsed = parseEvent(pseudonyms.applyTo(entry.value), receivedAt);
    if (parsed.ok) {
      ready.push(readyEvent(index, parsed.event, receivedAt));
    } else {
      const faults = named(inside(parsed.faults, entry.within), entry);
      unusable.push({ index, type: typeOf(entry.value), entry, faults });
    }
  }
  return { ready, unusable };
}

function readyEvent(index: number, event: DeliveryEvent, receivedAt: Instant): ReadyEvent {
  const text = serialiseEvent(event);
  const digest = hash('sha256', text, 'base64url');
  return {
    index,
    type: event.type,
    digest,
    record: {
      topic: topicOf(event),
      key: partitionKeyOf(event),
      value: Buffer.from(text),
      headers: {
        'received-at': String(receivedAt),
        'content-digest': digest,
        'schema-version': SCHEMA_VERSION,
      },
    },
  };
}

function typeOf(value: unknown): EventType | 'unknown' {
  if (typeof value !== 'object' || value === null || !('type' in value)) return 'unknown';
  return isEventType(value.type) ? value.type : 'unknown';
}

/** The place of a fault as seen from the envelope. */
function inside(faults: readonly EntryFault[], within: string | undefined): readonly EntryFault[] {
  if (within === undefined) return faults;
  return faults.map(({ path, ...fault }) => ({
    path: path === '' ? within : `${within}.${path}`,
    ...fault,
  }));
}

/** Where entries stand on lines, people look for the line. */
function named(faults: readonly EntryFault[], { line }: Entry): readonly EntryFault[] {
  if (line === undefined) return faults;
  return faults.map((fault) => ({ ...fault, message: `line ${line}: ${fault.message}` }));
}
