import type { z } from 'zod';
import { type DeliveryEvent, EVENT_TYPES, type EventType, isEventType, kindOf } from './event.js';
import type { Fault } from './fault.js';
import { faultsOf } from './faults-of.js';
import type { Instant } from './instant.js';
import { INPUT, STORED, type Vocabulary } from './vocabulary.js';

export type Parsed =
  | { readonly ok: true; readonly event: DeliveryEvent }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Schemas are built once; building one costs as much as a thousand parses. */
const INPUT_SCHEMAS = schemas(INPUT);
const STORED_SCHEMAS = schemas(STORED);

type Schemas = Readonly<
  Record<EventType, { readonly stated: z.ZodType; readonly withdrawn: z.ZodType }>
>;

function schemas(vocabulary: Vocabulary): Schemas {
  const pairs = EVENT_TYPES.map((type) => {
    const kind = kindOf(type);
    return [
      type,
      { stated: kind.stated(vocabulary), withdrawn: kind.withdrawn(vocabulary) },
    ] as const;
  });
  return Object.fromEntries(pairs) as Schemas;
}

/**
 * Reads one event as a client sends it. A field that is `null` counts as absent, an unknown field
 * is left out.
 *
 * @param receivedAt when an event that carries no time at all is taken to have been true
 */
export function parseEvent(input: unknown, receivedAt: Instant): Parsed {
  return parseWith(INPUT_SCHEMAS, input, receivedAt);
}

/** Reads one event back from the log, as {@link serialiseEvent} wrote it. */
export function parseStoredEvent(input: unknown): Parsed {
  return parseWith(STORED_SCHEMAS, input, undefined);
}

/** The event as the log keeps it. Equal events give equal text, whatever order their fields had. */
export function serialiseEvent(event: DeliveryEvent): string {
  return JSON.stringify(event);
}

function parseWith(known: Schemas, input: unknown, receivedAt: Instant | undefined): Parsed {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return fault('', 'not_an_object', 'an event is a JSON object such as {"type":"deployment", …}');
  }
  const fields = withoutNulls(input as Readonly<Record<string, unknown>>);
  const { type } = fields;
  if (!isEventType(type)) {
    return fault('type', 'unknown_type', `is none of the known types: ${EVENT_TYPES.join(', ')}`);
  }
  const { stated, withdrawn } = known[type];
  const result = (fields['retracted'] === true ? withdrawn : stated).safeParse(fields);
  if (!result.success) return { ok: false, faults: faultsOf(result.error, fields) };
  return { ok: true, event: dated(type, result.data as Undated, receivedAt) };
}

/** What the schemas yield: an event that may not say yet when it was true. */
type Undated = Readonly<Record<string, unknown>> & { readonly updatedAt?: Instant | undefined };

function dated(type: EventType, event: Undated, receivedAt: Instant | undefined): DeliveryEvent {
  const updatedAt = event.updatedAt ?? latest(event, kindOf(type).times) ?? receivedAt;
  // Assigned in this order so that `updatedAt` stands in one place of the text, sent or derived.
  return Object.assign({ updatedAt }, event, { updatedAt }) as unknown as DeliveryEvent;
}

function latest(event: Undated, fields: readonly string[]): Instant | undefined {
  let newest: Instant | undefined;
  for (const field of fields) {
    const time = event[field];
    if (typeof time === 'number' && (newest === undefined || time > newest)) newest = time;
  }
  return newest;
}

function withoutNulls(input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const field in input) {
    if (input[field] !== null) continue;
    return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
  }
  return input;
}

function fault(path: string, code: Fault['code'], message: string): Parsed {
  return { ok: false, faults: [{ path, code, message }] };
}
