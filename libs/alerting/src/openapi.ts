import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { checkAnswer, checkBody } from './check/rule-check.controller.js';
import { accepted, acknowledgementBody } from './actions/alert-actions.controller.js';

const ANSWERS = {
  ...jsonAnswer('202', 'It is kept; whoever decides about the alert hears of it.', accepted),
  ...problemAnswers('401', '403', '404', '503'),
};

/** The alerter's part of the OpenAPI document. */
export function alertingPaths(): ZodOpenApiPathsObject {
  return {
    '/v1/alerts/check': {
      post: {
        operationId: 'checkAlertRules',
        tags: ['Alerts'],
        summary: 'Replay rules over what is stored: when would they have raised alerts?',
        description: 'Nothing is raised and nobody is told.',
        requestBody: { required: false, content: { 'application/json': { schema: checkBody } } },
        responses: {
          ...jsonAnswer('200', 'What each rule would have done.', checkAnswer),
          ...problemAnswers('400', '401', '403', '413', '503'),
        },
      },
    },
    '/v1/alerts/{id}/acknowledge': {
      post: {
        operationId: 'acknowledgeAlert',
        tags: ['Alerts'],
        summary: 'Take an alert on, by name',
        description:
          'Receivers that know acknowledgements are told. The first who takes it on is shown with the alert.',
        requestParams: { path: z.object({ id: z.string() }) },
        requestBody: {
          required: true,
          content: { 'application/json': { schema: acknowledgementBody } },
        },
        responses: { ...ANSWERS, ...problemAnswers('400', '409', '413') },
      },
    },
    '/v1/alerts/{id}/deliveries/{delivery}/send-again': {
      post: {
        operationId: 'sendAlertAgain',
        tags: ['Alerts'],
        summary: 'Deliver something again, as if it had never been tried',
        description:
          'It keeps its id, by which a receiver tells repetitions. A receiver that said it is gone is tried again.',
        requestParams: { path: z.object({ id: z.string(), delivery: z.string() }) },
        responses: ANSWERS,
      },
    },
  };
}
