import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogHappening } from '../log-observer.js';
import { expire } from './expire.js';
import { Partition } from './partition.js';
import { Positions } from './positions.js';
import type { Store } from './store.js';
import { openStore, writeTogether } from './store.js';

const TOPIC = 'test.commits';

describe('messages that have expired', () => {
  let directory: string;
  let store: Store;
  let partition: Partition;
  let positions: Positions;
  let happenings: LogHappening[];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'throughline-log-'));
    store = openStore(directory);
    partition = new Partition(store, TOPIC, 0);
    positions = new Positions(store);
    happenings = [];
  });

  afterEach(async () => {
    await store.environment.close();
    await rm(directory, { recursive: true });
  });

  /** Three records at each of the moments. */
  const append = async (...moments: number[]) => {
    for (const moment of moments) {
      const record = { topic: TOPIC, key: 'acme/shop', value: Buffer.from(String(moment)) };
      const { blocks, durable } = partition.stage([record, record, record], moment);
      await writeTogether(store, () => {
        for (const { key, bytes } of blocks) void store.blocks.put(key, bytes);
      });
      durable();
    }
  };

  const expireBefore = (appendedBefore: number) =>
    expire({
      ...{ store, positions, appendedBefore, partitions: [partition] },
      observe: (happening) => happenings.push(happening),
      stopping: new AbortController().signal,
    });

  const kept = () => partition.read(0, 100, 1_000_000).map(({ offset }) => offset);

  const consume = (group: string, upTo: number) =>
    positions.commit(group, partition.read(0, upTo, 1_000_000));

  it('are removed when they are older than the retention and no group reads the topic', async () => {
    await append(1000, 2000, 3000);
    await expireBefore(2000);
    expect(kept()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(happenings).toEqual([{ kind: 'expired', topic: TOPIC, partition: 0, before: 3 }]);
  });

  it('are kept while any known group has not consumed them', async () => {
    await append(1000, 2000, 3000, 4000);
    await positions.begin('behind', [partition]);
    await positions.begin('ahead', [partition]);
    await consume('ahead', 12);
    await expireBefore(9000);
    expect(kept()).toHaveLength(12);

    await consume('behind', 7);
    await expireBefore(9000);
    expect(kept()).toEqual([6, 7, 8, 9, 10, 11]);
  });

  it('leave the offsets where they were, also for a log that is opened again', async () => {
    await append(1000, 2000);
    await expireBefore(9000);
    expect(kept()).toEqual([3, 4, 5]);

    partition = new Partition(store, TOPIC, 0);
    await append(3000);
    expect(kept()).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('are where a group that is new afterwards does not begin', async () => {
    await append(1000, 2000);
    await expireBefore(9000);
    await positions.begin('new', [partition]);
    expect(positions.of('new', partition)).toBe(3);
  });
});
