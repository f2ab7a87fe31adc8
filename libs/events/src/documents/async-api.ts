import { z } from 'zod';
import { EVENT_TYPES, type EventType, kindOf } from '../event.js';
import { changedMessageSchema } from '../alerting/changed.js';
import { decidedMessageSchema } from '../alerting/decided.js';
import { quarantinedEventSchema } from '../quarantined.js';
import { settlementSchema } from '../settled.js';
import { ALL_TOPICS, type Topic, TOPICS } from '../topics.js';
import { storedJsonSchema } from './json-schema.js';

/** What is on topics that no events of users are on. */
const OWN_MESSAGES: Readonly<Partial<Record<Topic, readonly OwnMessage[]>>> = {
  [TOPICS.quarantine]: [
    {
      name: 'quarantined',
      summary: 'Something that could not be used, with what is wrong with it.',
      schema: quarantinedEventSchema,
    },
    {
      name: 'settled',
      summary: 'What somebody did about something that could not be used.',
      schema: settlementSchema,
    },
  ],
  [TOPICS.changed]: [
    {
      name: 'changed',
      summary: 'What an alerter is to look at again; keyed by service, or by rule.',
      schema: changedMessageSchema,
    },
  ],
  [TOPICS.alerts]: [
    {
      name: 'decided',
      summary: 'What was decided about an alert and is to be told; keyed by environment.',
      schema: decidedMessageSchema,
    },
  ],
};

interface OwnMessage {
  readonly name: string;
  readonly summary: string;
  readonly schema: z.ZodType;
}

/** The topics of the log and what each message carries, as an AsyncAPI 3.0 document. */
export function asyncApiDocument(version: string) {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Throughline event log',
      version,
      description:
        'Topics between the ingestors, the metrics service and the alerters. The key of an event is ' +
        'the repository where it knows one, so all that is said of a repository has one ' +
        'partition number in every topic. Times are whole milliseconds since 1970-01-01T00:00:00Z.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(
      ALL_TOPICS.map((topic) => [
        channelName(topic),
        {
          address: topic,
          messages: Object.fromEntries(
            messagesOn(topic).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
          ),
        },
      ]),
    ),
    operations: Object.fromEntries(
      ALL_TOPICS.map((topic) => [
        `receive-${channelName(topic)}`,
        { action: 'receive', channel: { $ref: `#/channels/${channelName(topic)}` } },
      ]),
    ),
    components: {
      messages: {
        ...Object.fromEntries(EVENT_TYPES.map((type) => [type, messageOf(type)])),
        ...Object.fromEntries(
          Object.values(OWN_MESSAGES)
            .flat()
            .map(({ name, summary, schema }) => [
              name,
              { name, summary, payload: z.toJSONSchema(schema) },
            ]),
        ),
      },
    },
  };
}

function channelName(topic: Topic): string {
  return topic.slice(topic.indexOf('.') + 1);
}

function messagesOn(topic: Topic): readonly string[] {
  const own = OWN_MESSAGES[topic];
  return own === undefined
    ? EVENT_TYPES.filter((type) => kindOf(type).topic === topic)
    : own.map(({ name }) => name);
}

function messageOf(type: EventType) {
  return { name: type, summary: kindOf(type).summary, payload: storedJsonSchema(type) };
}
