import { alertingPaths } from '@throughline/alerting';
import { ingestionPaths } from '@throughline/ingestion';
import { reportingPaths } from '@throughline/reporting';
import type { ZodOpenApiPathsObject } from 'zod-openapi';

/** Everything that the platform answers in one process, for its OpenAPI document. */
export function platformPaths(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const part of [ingestionPaths(), reportingPaths(), alertingPaths()]) {
    // At one address one service may answer one method and another service another.
    for (const [path, item] of Object.entries(part)) paths[path] = { ...paths[path], ...item };
  }
  return paths;
}
