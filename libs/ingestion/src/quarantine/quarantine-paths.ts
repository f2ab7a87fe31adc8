import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { eventsReceipt } from '../answers.js';
import {
  discardAnswer,
  discardBody,
  discardQuery,
  sendAgainQuery,
} from './quarantine.controller.js';

const address = z.object({ id: z.string().describe('As `GET /v1/quarantine` lists it.') });

/**
 * What is done about the quarantine, in the OpenAPI document.
 *
 * @param events what a body of events may be
 */
export function quarantinePaths(events: z.ZodType): ZodOpenApiPathsObject {
  return {
    '/v1/quarantine/{id}/send-again': {
      post: {
        operationId: 'sendQuarantinedAgain',
        tags: ['Events in'],
        summary: 'Send in place of an entry what it was meant to be',
        description:
          'The body is as for `POST /v1/events`, or what `source` sent, and kept whole or not at all; with it the entry is settled.',
        requestParams: { path: address, query: sendAgainQuery },
        requestBody: { required: true, content: { 'application/json': { schema: events } } },
        responses: {
          ...jsonAnswer(
            '202',
            'Every event is durable, and so is that the entry is settled.',
            eventsReceipt.omit({ quarantined: true }),
          ),
          ...problemAnswers('400', '401', '403', '413', '415', '422', '429', '503'),
        },
      },
    },
    '/v1/quarantine/{id}': {
      delete: {
        operationId: 'discardQuarantined',
        tags: ['Events in'],
        summary: 'Settle an entry without sending anything in its place',
        description:
          'Why and who may stand in the body or in the address. The entry stays listed as settled.',
        requestParams: { path: address, query: discardQuery },
        requestBody: {
          required: false,
          content: { 'application/json': { schema: discardBody } },
        },
        responses: {
          ...jsonAnswer('202', 'It is durable.', discardAnswer),
          ...problemAnswers('400', '401', '403', '413', '503'),
        },
      },
    },
  };
}
