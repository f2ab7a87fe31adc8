import { expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { CLIENT_TYPES, clientTypes } from './client-types.mjs';

it('keeps the types of the API’s client as docs/openapi.json has them: if not, `npm run docs:generate`', async () => {
  const kept = await readFile(new URL(`../../${CLIENT_TYPES}`, import.meta.url), 'utf8');
  expect(kept).toBe(await clientTypes());
});
