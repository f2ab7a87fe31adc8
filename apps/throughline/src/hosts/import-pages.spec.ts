import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { importPages } from './import-pages.js';
import { ImportState } from './import-state.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-import-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('a page that says more than a request may hold is sent in several', async () => {
  const requests: number[] = [];
  const received = (count: number) => {
    requests.push(count);
    return Promise.resolve({ accepted: count, duplicates: 0, quarantined: 0 });
  };
  const imported = await importPages({
    source: 'github',
    host: { page: () => Promise.resolve({ items: [{}], next: undefined }) },
    parts: [
      {
        name: 'changes',
        firstPage: '/pulls',
        read: () =>
          Promise.resolve({
            events: Array.from({ length: 12_000 }, (_, index) => ({ index })),
            // Three of three million characters: of no more than eight million bytes are two.
            deliveries: Array.from({ length: 3 }, () => ({
              headers: {},
              payload: { description: 'x'.repeat(3_000_000) },
            })),
            unread: [],
            isEnough: false,
          }),
      },
    ],
    api: {
      sendEvents: (lines) => received(lines.length),
      sendDeliveries: async (_source, deliveries) => ({
        ...(await received(deliveries.length)),
        ignored: 1,
        refused: [{ index: 0, reason: 'of no kind' }],
      }),
    },
    state: await ImportState.open(join(folder, 'state.json'), ''),
    output: {
      note: () => undefined,
      progress: () => ({ advance: () => undefined, stop: () => undefined }),
    },
  });
  expect(requests).toEqual([5_000, 5_000, 2_000, 2, 1]);
  expect(imported).toEqual({
    ...{ accepted: 12_003, duplicates: 0, quarantined: 0, ignored: 2 },
    ...{ unread: ['of no kind', 'of no kind'], read: { changes: 1 } },
  });
});
