import { z } from 'zod';
import { EVENT_TYPES, type EventType, kindOf } from '../event.js';
import { storedTime } from '../instant.js';
import { INPUT, type Vocabulary } from '../vocabulary.js';

type JsonSchema = Readonly<Record<string, unknown>>;

/** A time as a client may write it, for documents: the text form or the number form. */
const documentedTime = z
  .union([z.iso.datetime({ offset: true }), z.number()])
  .describe('RFC 3339, or unix seconds or milliseconds.') as unknown as Vocabulary['time'];

/** What clients write, as documents describe it. */
export const DOCUMENTED: Vocabulary = { ...INPUT, time: documentedTime };

/** What `POST /v1/events` takes for this type, as JSON Schema 2020-12. */
export function inputJsonSchema(type: EventType): JsonSchema {
  return schemaOf(type, DOCUMENTED);
}

/** What the log carries for this type, as JSON Schema 2020-12. */
export function storedJsonSchema(type: EventType): JsonSchema {
  return schemaOf(type, { ...INPUT, time: storedTime });
}

/** One schema for all that `POST /v1/events` takes. */
export function anyInputJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Throughline event',
    oneOf: EVENT_TYPES.map((type) => inputJsonSchema(type)),
  };
}

function schemaOf(type: EventType, vocabulary: Vocabulary): JsonSchema {
  const kind = kindOf(type);
  const schema = z
    .union([kind.stated(vocabulary), kind.withdrawn(vocabulary)])
    .meta({ title: type, description: kind.summary });
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
