import { readFile } from 'node:fs/promises';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const ROOT = new URL('../../', import.meta.url);

/** Where the types of the API's client are, from the root. */
export const CLIENT_TYPES = 'libs/api-client/src/generated/openapi.ts';

/**
 * The types of the HTTP API as its OpenAPI document has them, formatted as they are kept.
 *
 * @param {URL} document the address of openapi.json
 * @returns {Promise<string>}
 */
export async function clientTypes(document = new URL('docs/openapi.json', ROOT)) {
  const parsed = JSON.parse(await readFile(document, 'utf8'));
  const source = astToString(await openapiTypescript(parsed, { alphabetize: false }));
  const banner = '// Generated from docs/openapi.json: `npm run docs:generate`.\n\n';
  const options = await resolveConfig(new URL(CLIENT_TYPES, ROOT));
  return format(banner + source, { ...options, parser: 'typescript' });
}
