import { createDocument } from 'zod-openapi';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { OPERATION_PATHS } from './operation-paths.js';
import { PROBLEM_RESPONSE } from './responses.js';

/** The version of the contract that addresses begin with. */
const VERSION = '1';

const DESCRIPTION =
  'Measures software delivery: events of commits, changes, deployments and incidents in, the DORA ' +
  'metrics out. Times are RFC 3339 in UTC with milliseconds, durations are seconds, and what cannot ' +
  'be known is null. While no token is configured, everything may be asked from the machine itself ' +
  'without one.';

/**
 * The OpenAPI document of a service: what its modules answer, and what every service does.
 *
 * @param paths of the service's own modules; their failures refer to the response `Problem`
 */
export function apiDocument(paths: ZodOpenApiPathsObject) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Throughline',
      version: VERSION,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths: { ...paths, ...OPERATION_PATHS },
    components: {
      responses: { Problem: PROBLEM_RESPONSE },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token: `tl_…`.' },
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'X-Api-Key',
          description: 'The same token, for tools that cannot send the other header.',
        },
      },
    },
  });
}

export type ApiDocument = ReturnType<typeof apiDocument>;
