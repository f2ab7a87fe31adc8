import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { ENTRY_FAULT_CODES } from './entry.js';
import { MEDIA_TYPES } from './read-entries.js';

const page = readFileSync(new URL('../../../../docs/sending-events.md', import.meta.url), 'utf8');

it.each([...ENTRY_FAULT_CODES, ...Object.values(MEDIA_TYPES)])(
  'docs/sending-events.md explains %s',
  (word) => {
    expect(page).toContain(`| \`${word}\` `);
  },
);
