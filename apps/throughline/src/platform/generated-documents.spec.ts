import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { generatedDocuments } from './generated-documents.js';

const ROOT = new URL('../../../../', import.meta.url);

describe('the documents that are generated from the code', () => {
  it.each(Object.entries(generatedDocuments()))(
    '%s is what the code says: if not, `npm run docs:generate`',
    async (path, document) => {
      const kept: unknown = JSON.parse(await readFile(new URL(path, ROOT), 'utf8'));
      expect(kept).toEqual(JSON.parse(JSON.stringify(document)));
    },
  );
});
