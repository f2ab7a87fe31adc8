import { z } from 'zod';
import { EVENT_TYPES, type EventType, kindOf } from '../event.js';
import { quarantinedEventSchema } from '../quarantined.js';
import { ALL_TOPICS, type Topic, TOPICS } from '../topics.js';
import { storedJsonSchema } from './json-schema.js';

const QUARANTINED = 'quarantined';

/** The topics of the log and what each message carries, as an AsyncAPI 3.0 document. */
export function asyncApiDocument(version: string) {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Throughline event log',
      version,
      description:
        'Topics between the ingestors and the metrics service. The key of a message is the ' +
        'repository where the event knows one, so all that is said of a repository has one ' +
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
        [QUARANTINED]: {
          name: QUARANTINED,
          summary: 'Something that could not be used, with what is wrong with it.',
          payload: z.toJSONSchema(quarantinedEventSchema),
        },
      },
    },
  };
}

function channelName(topic: Topic): string {
  return topic.slice(topic.indexOf('.') + 1);
}

function messagesOn(topic: Topic): readonly string[] {
  return topic === TOPICS.quarantine
    ? [QUARANTINED]
    : EVENT_TYPES.filter((type) => kindOf(type).topic === topic);
}

function messageOf(type: EventType) {
  return { name: type, summary: kindOf(type).summary, payload: storedJsonSchema(type) };
}
