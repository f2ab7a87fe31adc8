import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { jsonAnswer, problemAnswers } from './responses.js';

/** Answers anyone, with a token or without. */
const open = { security: [], tags: ['Operation'] };

const problem = z.object({
  code: z.string(),
  status: z.int(),
  title: z.string(),
  remedy: z.string().describe('What to do about it.'),
});

const readiness = z.object({
  status: z.literal('ready'),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), reason: z.string().optional() })),
});

/** What every service answers beside its own module. */
export const OPERATION_PATHS: ZodOpenApiPathsObject = {
  '/livez': {
    get: {
      ...open,
      operationId: 'isLive',
      summary: 'Whether the process runs and answers',
      responses: jsonAnswer('200', 'It does.', z.object({ status: z.literal('live') })),
    },
  },
  '/readyz': {
    get: {
      ...open,
      operationId: 'isReady',
      summary: 'Whether it can accept and answer',
      responses: { ...jsonAnswer('200', 'It can.', readiness), ...problemAnswers('503') },
    },
  },
  '/metrics': {
    get: {
      ...open,
      operationId: 'scrape',
      summary: 'What the process measures of itself, for Prometheus',
      responses: {
        '200': { description: 'The metrics.', content: { 'text/plain': { schema: z.string() } } },
      },
    },
  },
  '/problems': {
    get: {
      ...open,
      operationId: 'listProblems',
      summary: 'Every code that a failed request can be answered with',
      responses: jsonAnswer('200', 'The codes.', z.object({ problems: z.array(problem) })),
    },
  },
  '/problems/{code}': {
    get: {
      ...open,
      operationId: 'explainProblem',
      summary: 'What a code means, and what to do about it',
      requestParams: { path: z.object({ code: z.string() }) },
      responses: { ...jsonAnswer('200', 'The code.', problem), ...problemAnswers('404') },
    },
  },
  '/v1/openapi.json': {
    get: {
      ...open,
      operationId: 'describeApi',
      summary: 'This document',
      responses: jsonAnswer('200', 'An OpenAPI 3.1 document.', z.looseObject({})),
    },
  },
};
