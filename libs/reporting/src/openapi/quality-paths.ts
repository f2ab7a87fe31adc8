import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { listParameters } from '../paging/list-parameters.js';
import { pageSchema } from '../paging/paging.js';
import { qualityAnswerSchema } from '../quality/quality-answer.js';
import { qualityItemSchema } from '../quality/quality-item.js';
import { qualityParameters } from '../quality/quality-parameters.js';

const METRICS = { tags: ['Metrics'] };

const REFUSALS = problemAnswers('400', '401', '403', '503');

/** How far the numbers can be trusted, as the OpenAPI document has it. */
export function qualityPaths(): ZodOpenApiPathsObject {
  return {
    '/v1/quality': {
      get: {
        ...METRICS,
        operationId: 'askQuality',
        summary: 'How far the numbers can be trusted, and what to do about it',
        requestParams: { query: qualityParameters },
        responses: {
          ...jsonAnswer('200', 'What was found, check by check.', qualityAnswerSchema),
          ...REFUSALS,
        },
      },
    },
    '/v1/quality/{name}': {
      get: {
        ...METRICS,
        operationId: 'listQualityFindings',
        summary: 'Everything that a check found, or of which a metric lacks what it needs',
        requestParams: {
          path: z.object({ name: z.string().describe('`check` or `gap` of `GET /v1/quality`.') }),
          query: listParameters,
        },
        responses: {
          ...jsonAnswer('200', 'A page of findings, latest first.', pageSchema(qualityItemSchema)),
          ...REFUSALS,
          ...problemAnswers('404'),
        },
      },
    },
  };
}
