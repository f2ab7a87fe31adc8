import { jsonAnswer, problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

/** ExportTraceServiceResponse of OTLP in JSON; its numbers are text, as protobuf writes 64 bits. */
const tracesAnswer = z.object({
  partialSuccess: z
    .object({ rejectedSpans: z.string(), errorMessage: z.string() })
    .optional()
    .describe('Only if something is in quarantine.'),
});

export const TRACES_PATH: ZodOpenApiPathsObject = {
  '/v1/traces': {
    post: {
      operationId: 'sendTraces',
      tags: ['Events in'],
      summary: 'Send spans of pipelines (experimental)',
      description:
        'OTLP/HTTP in JSON: spans with the attributes `cicd.*`, `vcs.*` and `deployment.*` that deploy become deployments; the others do no harm.',
      requestBody: { required: true, content: { 'application/json': { schema: {} } } },
      responses: {
        ...jsonAnswer('200', 'What they say of deployments is durable.', tracesAnswer),
        ...problemAnswers('400', '401', '403', '413', '415', '503'),
      },
    },
  },
};
