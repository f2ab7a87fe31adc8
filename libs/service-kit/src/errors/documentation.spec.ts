import { describe, expect, it } from '@jest/globals';
import { FAULT_CODES } from '@throughline/events';
import { readFileSync } from 'node:fs';
import { PROBLEMS } from './catalogue.js';

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
const headings = [...page.matchAll(/^### `(\w+)`(?: \((\d{3})\))?$/gm)];

describe('docs/errors.md', () => {
  it('has a section for every problem, with its status, and none for any other', () => {
    const documented = headings.filter(([, , status]) => status !== undefined);
    expect(documented.map(([, code, status]) => `${code ?? ''} ${status ?? ''}`).sort()).toEqual(
      Object.entries(PROBLEMS)
        .map(([code, { status }]) => `${code} ${status}`)
        .sort(),
    );
  });

  it('has a section for every fault of an event, and none for any other', () => {
    const documented = headings.filter(([, , status]) => status === undefined);
    expect(documented.map(([, code]) => code).sort()).toEqual([...FAULT_CODES].sort());
  });
});
