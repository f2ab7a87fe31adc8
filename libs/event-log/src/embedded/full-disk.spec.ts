import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Ledger } from '../ledger.fixture.js';
import { until } from '../until.fixture.js';
import { openEmbeddedEventLog } from './open-embedded-event-log.js';
import { Script } from './run-script.fixture.js';

jest.setTimeout(60_000);

const RECORDS_PER_APPEND = 30;

describe('the embedded log when there is no room left', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-log-'));
  });

  afterEach(async () => {
    await rm(directory, { recursive: true });
  });

  it('refuses what it cannot keep, keeps what it acknowledged, and stays alive', async () => {
    // Files of up to 4096 times 512 or 1024 bytes, depending on the shell: less than 80 appends need.
    const script = new Script(
      'full-disk.fixture.ts',
      [directory, '200', String(RECORDS_PER_APPEND)],
      '-f 4096',
    );
    expect(await script.exitCode()).toBe(0);

    const outcomes = script.lines.map((line) => line.split(' '));
    const stored = outcomes.filter(([, outcome]) => outcome === 'stored').map(([number]) => number);
    const unavailable = outcomes.filter(([, outcome]) => outcome === 'unavailable');
    expect(stored.length).toBeGreaterThan(10);
    expect(unavailable.length).toBeGreaterThan(10);
    expect(stored.length + unavailable.length).toBe(200);

    const log = await openEmbeddedEventLog({ directory, topics: ['test.commits'] });
    const ledger = new Ledger();
    const consumption = await log.consume(
      { group: 'reader', topics: ['test.commits'] },
      ledger.handle,
    );
    await until(async () => (await log.lag('reader')).every(({ lag }) => lag === 0));
    await consumption.stop();
    await log.close();

    const kept = new Map<string, number>();
    for (const { headers } of ledger.messages) {
      const number = headers.append ?? '';
      kept.set(number, (kept.get(number) ?? 0) + 1);
    }
    expect([...kept.keys()].toSorted()).toEqual(stored.toSorted());
    expect(new Set(kept.values())).toEqual(new Set([RECORDS_PER_APPEND]));
  });
});
