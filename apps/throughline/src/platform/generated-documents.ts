import { anyInputJsonSchema, asyncApiDocument } from '@throughline/events';
import { apiDocument } from '@throughline/service-kit';
import { cdEventsCustomDataJsonSchema } from '@throughline/sources';
import { platformPaths } from './platform-paths.js';

/** The version of what events and answers mean. */
const CONTRACT_VERSION = '1';

/**
 * The documents that are generated from the code's own schemas and kept beside it for readers who
 * do not run it, by their path from the root. `npm run docs:generate` writes them.
 */
export function generatedDocuments(): Readonly<Record<string, object>> {
  return {
    'docs/openapi.json': apiDocument(platformPaths()),
    'docs/asyncapi.json': asyncApiDocument(CONTRACT_VERSION),
    'docs/schemas/event.schema.json': anyInputJsonSchema(),
    'docs/schemas/cdevents-custom-data.schema.json': cdEventsCustomDataJsonSchema(),
  };
}
