import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { SOURCES } from '@throughline/sources';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { importBody, importReceipt } from './answers.js';

export const IMPORT_PATHS: ZodOpenApiPathsObject = {
  '/v1/imports/{source}': {
    post: {
      operationId: 'importDeliveries',
      tags: ['Events in'],
      summary: 'Send what a source would have delivered',
      description:
        'For what a tool’s API tells of the time before its webhooks came: read as those are, by the same rules, and vouched for by a token in place of a signature.',
      requestParams: { path: z.object({ source: z.enum([...SOURCES.keys()]) }) },
      requestBody: { required: true, content: { 'application/json': { schema: importBody } } },
      responses: {
        ...jsonAnswer('202', 'What they say is durable.', importReceipt),
        ...problemAnswers('400', '401', '403', '404', '413', '503'),
      },
    },
  },
};
