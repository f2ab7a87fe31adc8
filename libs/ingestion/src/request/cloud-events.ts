import type { IncomingHttpHeaders } from 'node:http';
import { isCdEvent } from '@throughline/sources';
import { z } from 'zod';
import type { Entry, EntryFault } from './entry.js';
import { mediaTypeOf } from './media-type.js';

// The three ways of CloudEvents 1.0 to send events by HTTP (cloudevents/bindings/http-protocol-binding.md).
// Of the envelope nothing is kept: the event inside says itself what it is, who says so and since when.

const text = z.string().min(1);

/** The attributes that every CloudEvent must have. */
const attributes = z.object({
  specversion: z.literal('1.0'),
  id: text,
  source: text,
  type: text,
});

const envelope = attributes.extend({ datacontenttype: z.string().optional() });

/** Structured mode, or one of a batch: the envelope is JSON and holds the event. */
export function readStructured(sent: unknown): Entry {
  const inside = eventInside(sent);
  const parsed = envelope.safeParse(sent);
  if (!parsed.success) return { ...inside, faults: faultsOf(parsed.error, '') };
  const { type, datacontenttype } = parsed.data;
  const fault = noCdEvent(type, 'type', inside.value) ?? foreignContent(datacontenttype);
  return fault ? { ...inside, faults: [fault] } : inside;
}

/** Binary mode: the envelope is in the headers and the body is the event. */
export function readBinary(headers: IncomingHttpHeaders, event: unknown): Entry {
  const parsed = attributes.safeParse({
    specversion: headers['ce-specversion'],
    id: headers['ce-id'],
    source: headers['ce-source'],
    type: headers['ce-type'],
  });
  if (!parsed.success) return { value: event, faults: faultsOf(parsed.error, 'ce-') };
  const fault = noCdEvent(parsed.data.type, 'ce-type', event);
  return fault ? { value: event, faults: [fault] } : { value: event };
}

export function isBinary(headers: IncomingHttpHeaders): boolean {
  return headers['ce-specversion'] !== undefined;
}

const withBase64 = z.object({ data_base64: z.string() });
const withData = z.object({ data: z.unknown() });

/** An envelope without data is taken for the event, so that the fault says what is missing in it. */
function eventInside(sent: unknown): Entry {
  const encoded = withBase64.safeParse(sent);
  if (encoded.success) return decoded(encoded.data.data_base64);
  const plain = withData.safeParse(sent);
  return plain.success ? { value: plain.data.data, within: 'data' } : { value: sent };
}

function decoded(base64: string): Entry {
  const raw = Buffer.from(base64, 'base64').toString('utf8');
  try {
    return { value: JSON.parse(raw), within: 'data_base64' };
  } catch {
    const message = 'holds no JSON: send the event itself in `data`';
    return { value: undefined, faults: [{ path: 'data_base64', code: 'not_json', message }], raw };
  }
}

/** An envelope that promises a CDEvent and holds something else: its data would be judged as our own. */
function noCdEvent(type: string, path: string, data: unknown): EntryFault | undefined {
  if (!type.startsWith('dev.cdevents.') || isCdEvent(data)) return undefined;
  const message = 'is that of a CDEvent, but the data is none: it lacks a `context` with a type';
  return { path, code: 'not_a_cd_event', message };
}

function foreignContent(contentType: string | undefined): EntryFault | undefined {
  const type = mediaTypeOf(contentType);
  if (type === undefined || type === 'application/json' || type.endsWith('+json')) return undefined;
  const message = 'must be application/json';
  return { path: 'datacontenttype', code: 'not_a_cloud_event', message };
}

function faultsOf(error: z.ZodError, prefix: string): EntryFault[] {
  return error.issues.map(({ path, message }) => ({
    path: path.length === 0 ? '' : prefix + path.map(String).join('.'),
    code: 'not_a_cloud_event',
    message: `is not as CloudEvents 1.0 wants it: ${message}`,
  }));
}
