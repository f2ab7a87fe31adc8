import type { IncomingHttpHeaders } from 'node:http';
import { decodeText, parseJson, ProblemError } from '@throughline/service-kit';
import { isBinary, readBinary, readStructured } from './cloud-events.js';
import { type Entry, MOST_EVENTS } from './entry.js';
import { mediaTypeOf } from './media-type.js';
import { readNdjson } from './ndjson.js';
import { emptyBody, tooManyEvents } from './refusals.js';

/** What `POST /v1/events` reads. A body whose type nobody names is taken for the first. */
export const MEDIA_TYPES = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  cloudEvent: 'application/cloudevents+json',
  cloudEvents: 'application/cloudevents-batch+json',
} as const;

/**
 * Takes a body apart into what should be events.
 *
 * @throws ProblemError when the body as a whole cannot be read: 400, 413 for too many events, 415.
 */
export function readEntries(body: Uint8Array, headers: IncomingHttpHeaders): Entry[] {
  const type = mediaTypeOf(headers['content-type']) ?? MEDIA_TYPES.json;
  const read = reader(type, headers);
  if (read === undefined) throw unsupported(type);
  const text = decodeText(body);
  if (text.trim() === '') throw emptyBody();
  return read(text);
}

type Reader = (text: string) => Entry[];

function reader(type: string, headers: IncomingHttpHeaders): Reader | undefined {
  switch (type) {
    case MEDIA_TYPES.json:
      return isBinary(headers) ? binaryReader(headers) : readJson;
    case MEDIA_TYPES.ndjson:
      return readNdjson;
    case MEDIA_TYPES.cloudEvent:
      return (text) => [readStructured(parseJson(text))];
    case MEDIA_TYPES.cloudEvents:
      return (text) => listed(parseJson(text)).map(readStructured);
    default:
      // In binary mode the type is that of the data, and JSON goes by many names.
      return isBinary(headers) && type.endsWith('+json') ? binaryReader(headers) : undefined;
  }
}

function binaryReader(headers: IncomingHttpHeaders): Reader {
  return (text) => [readBinary(headers, parseJson(text))];
}

function readJson(text: string): Entry[] {
  return listed(parseJson(text)).map((value) => ({ value }));
}

/** An array, or the one thing that stands for an array of one. */
function listed(json: unknown): unknown[] {
  if (!Array.isArray(json)) return [json];
  if (json.length > MOST_EVENTS) throw tooManyEvents();
  return json;
}

function unsupported(type: string): ProblemError {
  const known = Object.values(MEDIA_TYPES).join(', ');
  return new ProblemError('TL_UNSUPPORTED_MEDIA_TYPE', {
    detail: `${type} is not read here; these are: ${known}.`,
    headers: { accept: known },
  });
}
