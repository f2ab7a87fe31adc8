import { problemAnswers } from '@throughline/service-kit';
import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

/** What tells a page when to ask again, as the OpenAPI document has it. */
export function livePaths(): ZodOpenApiPathsObject {
  return {
    '/v1/live': {
      get: {
        tags: ['Metrics'],
        operationId: 'followChanges',
        summary: 'Tells, for as long as it is read, when something new was stored',
        requestParams: {
          header: z.object({
            'last-event-id': z
              .string()
              .optional()
              .describe('What was seen last: what was stored since is told at once.'),
          }),
        },
        responses: {
          '200': {
            description:
              'Server-sent events. `changed` says that answers may be other ones now; its data is `{"lastEventAt": …, "storedAt": …}`.',
            content: { 'text/event-stream': { schema: z.string() } },
          },
          ...problemAnswers('400', '401', '403'),
        },
      },
    },
  };
}
