import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AlreadyConsumedError,
  DirectoryInUseError,
  LogOptionsError,
  PartitionCountError,
} from '../errors.js';
import type { EventLog } from '../event-log.js';
import { Ledger } from '../ledger.fixture.js';
import { until } from '../until.fixture.js';
import type { EmbeddedLogOptions } from './open-embedded-event-log.js';
import { openEmbeddedEventLog } from './open-embedded-event-log.js';

const TOPIC = 'test.commits';

describe('opening the embedded log', () => {
  let root: string;
  let logs: EventLog[];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'throughline-log-'));
    logs = [];
  });

  afterEach(async () => {
    await Promise.all(logs.map((log) => log.close()));
    await rm(root, { recursive: true });
  });

  const open = async (options: Partial<EmbeddedLogOptions> = {}) => {
    const log = await openEmbeddedEventLog({
      directory: join(root, 'log'),
      topics: [TOPIC],
      ...options,
    });
    logs.push(log);
    return log;
  };

  const record = { topic: TOPIC, key: 'acme/shop', value: Buffer.from('a') };

  const readOne = async (log: EventLog) => {
    const ledger = new Ledger();
    const consumption = await log.consume({ group: 'reader', topics: [TOPIC] }, ledger.handle);
    await until(() => ledger.messages.length > 0);
    await consumption.stop();
    return ledger.messages[0];
  };

  it('refuses a directory this process has open, by whatever path, and leaves the first log as it was', async () => {
    const log = await open();
    await symlink(join(root, 'log'), join(root, 'alias'));

    await expect(open()).rejects.toBeInstanceOf(DirectoryInUseError);
    await expect(open({ directory: join(root, 'alias') })).rejects.toBeInstanceOf(
      DirectoryInUseError,
    );

    await log.append([record]);
    expect(await readOne(log)).toMatchObject({ key: 'acme/shop' });
  });

  it('lets one of many that open at the same time in', async () => {
    const results = await Promise.allSettled([open(), open(), open(), open()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('opens a directory whose path is too long for a socket', async () => {
    const directory = join(root, 'd'.repeat(90), 'log');
    await mkdir(directory, { recursive: true });
    const log = await open({ directory });
    await expect(open({ directory })).rejects.toBeInstanceOf(DirectoryInUseError);
    await log.close();
    await open({ directory });
  });

  it('keeps the number of partitions it was made with', async () => {
    await (await open({ partitions: 6 })).close();
    await expect(open({ partitions: 4 })).rejects.toBeInstanceOf(PartitionCountError);

    const log = await open();
    await (await log.consume({ group: 'reader', topics: [TOPIC] }, () => Promise.resolve())).stop();
    expect(await log.lag('reader')).toHaveLength(6);
  });

  it('refuses a topic that Kafka would not have, and no topics at all', async () => {
    await expect(open({ topics: ['commits/2'] })).rejects.toBeInstanceOf(LogOptionsError);
    await expect(open({ topics: [] })).rejects.toBeInstanceOf(LogOptionsError);
  });

  it('lets a group consume a topic once at a time', async () => {
    const log = await open();
    const subscription = { group: 'reader', topics: [TOPIC] };
    const consumption = await log.consume(subscription, () => Promise.resolve());
    await expect(log.consume(subscription, () => Promise.resolve())).rejects.toBeInstanceOf(
      AlreadyConsumedError,
    );
    await consumption.stop();
    await (await log.consume(subscription, () => Promise.resolve())).stop();
  });
});
