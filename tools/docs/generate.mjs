/*
 * `npm run docs:generate`: writes the documents that are generated from the code's schemas, and the types
 * of the API's client from those. A test fails while one of
 * them is not what the code says.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { generatedDocuments } from '../../apps/throughline/dist/platform/generated-documents.js';
import { CLIENT_TYPES, clientTypes } from './client-types.mjs';

const ROOT = new URL('../../', import.meta.url);

for (const [path, document] of Object.entries(generatedDocuments())) {
  const file = fileURLToPath(new URL(path, ROOT));
  const options = { ...(await resolveConfig(file)), filepath: file };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, await format(JSON.stringify(document), options));
  console.log(path);
}

await writeFile(new URL(CLIENT_TYPES, ROOT), await clientTypes());
console.log(CLIENT_TYPES);

// The reporter for CI jobs is generated too, and its test as much in the way while it is not.
await import('../ci/generate.mjs');
