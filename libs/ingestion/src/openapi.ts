import { DOCUMENTED, EVENT_TYPES, type EventType, kindOf } from '@throughline/events';
import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { eventsReceipt, sourcesAnswer, webhookReceipt } from './answers.js';
import { eventsQuery } from './events.controller.js';
import { dropInPaths } from './drop-in/drop-in-paths.js';
import { IMPORT_PATHS } from './imports/import-paths.js';
import { quarantinePaths } from './quarantine/quarantine-paths.js';
import { MOST_EVENTS } from './request/entry.js';
import { MEDIA_TYPES } from './request/read-entries.js';
import { TRACES_PATH } from './traces/traces-path.js';
import { VERDICT_PATHS } from './verdicts/verdict-paths.js';

/** The ingestor's part of the OpenAPI document. */
export function ingestionPaths(): ZodOpenApiPathsObject {
  const event = z.union(EVENT_TYPES.map(eventSchema)).meta({ id: 'Event' });
  const events = z.union([event, z.array(event).max(MOST_EVENTS)]);
  return {
    '/v1/events': {
      post: {
        operationId: 'sendEvents',
        tags: ['Events in'],
        summary: 'Send events',
        description: `Up to ${MOST_EVENTS} events or 16 MiB, plain or gzipped; a request is accepted whole or not at all.`,
        requestParams: { query: eventsQuery },
        requestBody: {
          required: true,
          content: {
            [MEDIA_TYPES.json]: { schema: events },
            [MEDIA_TYPES.ndjson]: { schema: z.string().describe('One event as JSON a line.') },
            [MEDIA_TYPES.cloudEvent]: { schema: cloudEvent(event) },
            [MEDIA_TYPES.cloudEvents]: { schema: z.array(cloudEvent(event)).max(MOST_EVENTS) },
          },
        },
        responses: {
          ...jsonAnswer('202', 'Every event is durable.', eventsReceipt),
          ...problemAnswers('400', '401', '403', '413', '415', '422', '429', '503'),
        },
      },
    },
    ...VERDICT_PATHS,
    ...quarantinePaths(events),
    '/v1/webhooks/{source}': webhookPath({
      operationId: 'receiveWebhook',
      summary: 'Receive the webhook of a source',
      path: z.object({ source: sourceName }),
    }),
    '/v1/webhooks/{source}/{secret}': webhookPath({
      operationId: 'receiveWebhookWithSecret',
      summary: 'Receive the webhook of a source that can only be given an address',
      path: z.object({
        source: sourceName,
        secret: z.string().describe('One of the secrets that are configured for the source.'),
      }),
    }),
    '/v1/sources': {
      get: {
        operationId: 'listSources',
        tags: ['Events in'],
        summary: 'List the sources whose webhooks are read, and what each needs',
        responses: {
          ...jsonAnswer('200', 'The sources.', sourcesAnswer),
          ...problemAnswers('401', '403'),
        },
      },
    },
    ...IMPORT_PATHS,
    ...TRACES_PATH,
    ...dropInPaths(),
  };
}

const sourceName = z
  .string()
  .describe('As `GET /v1/sources` lists it: one that is read here, or one of the configuration.');

interface WebhookPath {
  readonly operationId: string;
  readonly summary: string;
  readonly path: z.ZodObject;
}

function webhookPath({ operationId, summary, path }: WebhookPath): ZodOpenApiPathsObject[string] {
  return {
    post: {
      operationId,
      tags: ['Events in'],
      security: [],
      summary,
      description:
        'Signed as the source signs, or with the secret itself where it signs nothing; the body and its headers are the source’s own.',
      requestParams: { path },
      requestBody: { required: true, content: { 'application/json': { schema: {} } } },
      responses: {
        ...jsonAnswer(
          '202',
          'What it says is durable, or nothing of it is measured.',
          webhookReceipt,
        ),
        ...problemAnswers('400', '401', '404', '413', '503'),
      },
    },
  };
}

function eventSchema(type: EventType) {
  const { stated, withdrawn, summary } = kindOf(type);
  const id = `${type.charAt(0).toUpperCase()}${type.slice(1)}Event`;
  return z.union([stated(DOCUMENTED), withdrawn(DOCUMENTED)]).meta({ id, description: summary });
}

function cloudEvent(event: z.ZodType) {
  return z.object({
    specversion: z.literal('1.0'),
    id: z.string(),
    source: z.string(),
    type: z.string(),
    data: event,
  });
}
