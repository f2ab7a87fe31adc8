import { DOCUMENTED, KINDS } from '@throughline/events';
import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { eventsReceipt } from '../answers.js';
import { takingBackQuery } from './verdicts.controller.js';

const given = KINDS.verdict.stated(DOCUMENTED).shape;
const takenBack = KINDS.verdict.withdrawn(DOCUMENTED).shape;

const WHEN = 'Default: now. Send it, so that the same request sent twice counts once.';

const address = z.object({ service: z.string(), environment: z.string(), id: z.string() });

const ANSWERS = {
  ...jsonAnswer('202', 'It is durable.', eventsReceipt.omit({ quarantined: true })),
  ...problemAnswers('400', '401', '403', '413', '422', '429', '503'),
};

/** A verdict given and taken back, in the OpenAPI document. */
export const VERDICT_PATHS: ZodOpenApiPathsObject = {
  '/v1/deployments/{service}/{environment}/{id}/verdict': {
    put: {
      operationId: 'giveVerdict',
      tags: ['Events in'],
      summary: 'Say whether a deployment failed its users',
      description:
        'A person’s word outranks every rule. It is kept as an event of type `verdict`, beside ' +
        'those before it; of several the latest `at` counts.',
      requestParams: { path: address },
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: z.object({
              failed: given.failed,
              reason: given.reason,
              by: given.by,
              at: given.at.optional().describe(WHEN),
            }),
          },
        },
      },
      responses: ANSWERS,
    },
    delete: {
      operationId: 'takeVerdictBack',
      tags: ['Events in'],
      summary: 'Take a verdict back: the rules decide again',
      description:
        'Who and why may stand in the body or in the address. The verdict stays in the trail.',
      requestParams: { path: address, query: takingBackQuery },
      requestBody: {
        required: false,
        content: {
          'application/json': {
            schema: z.object({
              by: takenBack.by,
              reason: takenBack.reason,
              at: takenBack.at.optional().describe(WHEN),
            }),
          },
        },
      },
      responses: ANSWERS,
    },
  },
};
