import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DirectoryInUseError } from '../errors.js';
import { Ledger } from '../ledger.fixture.js';
import { until } from '../until.fixture.js';
import { openEmbeddedEventLog } from './open-embedded-event-log.js';
import { Script } from './run-script.fixture.js';

const RECORDS_PER_APPEND = 40;

jest.setTimeout(60_000);

describe('the embedded log when its process is killed', () => {
  let directory: string;
  let scripts: Script[];

  beforeEach(async () => {
    scripts = [];
    directory = await mkdtemp(join(tmpdir(), 'throughline-log-'));
  });

  afterEach(async () => {
    await Promise.all(scripts.map((script) => script.kill()));
    await rm(directory, { recursive: true });
  });

  const open = () => openEmbeddedEventLog({ directory, topics: ['test.commits'] });

  /** Starts a process that appends until it is killed, and waits until it has the log open. */
  const startAppending = async (first: number) => {
    const script = new Script('appender.fixture.ts', [
      directory,
      String(first),
      String(RECORDS_PER_APPEND),
    ]);
    scripts.push(script);
    await until(() => script.lines[0] === 'open' || !script.running);
    expect(script.running).toBe(true);
    return { script, acknowledged: () => script.lines.slice(1).map(Number) };
  };

  const readAll = async () => {
    const log = await open();
    const ledger = new Ledger();
    const consumption = await log.consume(
      { group: 'reader', topics: ['test.commits'] },
      ledger.handle,
    );
    await until(async () => (await log.lag('reader')).every(({ lag }) => lag === 0));
    await consumption.stop();
    await log.close();
    return ledger;
  };

  it('has every append it acknowledged, and each one whole', async () => {
    const acknowledged = new Set<number>();
    const stored = new Map<number, number>();
    for (let round = 0; round < 3; round += 1) {
      const appending = await startAppending(round * 1_000_000);
      await until(() => appending.acknowledged().length > 50);
      await appending.script.kill();
      for (const number of appending.acknowledged()) acknowledged.add(number);

      const ledger = await readAll();
      for (const { value } of ledger.messages) {
        stored.set(Number(value), (stored.get(Number(value)) ?? 0) + 1);
      }
      expect(ledger.outOfOrder).toEqual([]);
    }

    expect([...acknowledged].filter((number) => !stored.has(number))).toEqual([]);
    expect([...stored.values()].filter((count) => count !== RECORDS_PER_APPEND)).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(150);
  });

  it('keeps others out while the process lives, and lets them in at once when it is gone', async () => {
    const { script } = await startAppending(0);
    await expect(open()).rejects.toBeInstanceOf(DirectoryInUseError);
    await script.kill();

    const log = await open();
    await log.close();

    // Nothing is left of either but the log itself.
    expect((await readdir(directory)).toSorted()).toEqual(['data.mdb', 'lock.mdb']);
  });
});
