import { mkdir, open, realpath } from 'node:fs/promises';
import { z } from 'zod';
import { PartitionCountError } from '../errors.js';
import type { EventLog } from '../event-log.js';
import type { LogOptions } from '../log-options.js';
import {
  checkLogOptions,
  DEFAULT_PARTITIONS,
  DEFAULT_RETENTION_MS,
  DEFAULT_RETRY,
} from '../log-options.js';
import { DirectoryOwner } from './directory-owner.js';
import { EmbeddedEventLog } from './embedded-event-log.js';
import { Partition } from './partition.js';
import type { Store } from './store.js';
import { openStore, writeTogether } from './store.js';

export interface EmbeddedLogOptions extends LogOptions {
  /** Made if it is not there. One log at a time may have it open. */
  readonly directory: string;
}

/**
 * @throws DirectoryInUseError while another log has the directory open.
 * @throws PartitionCountError when it was made with another number of partitions.
 */
export async function openEmbeddedEventLog(options: EmbeddedLogOptions): Promise<EventLog> {
  checkLogOptions(options);
  await mkdir(options.directory, { recursive: true });
  // One name for one directory: LMDB shares the environment of a path within a process.
  const directory = await realpath(options.directory);
  const store = openStore(directory);
  try {
    const owner = await DirectoryOwner.claim(store, directory);
    try {
      const count = await settlePartitions(store, directory, options.partitions);
      await syncDirectory(directory);
      return new EmbeddedEventLog({
        store,
        owner,
        topics: new Map(
          options.topics.map((name) => [
            name,
            { name, partitions: partitions(store, name, count) },
          ]),
        ),
        retentionMs: options.retentionMs ?? DEFAULT_RETENTION_MS,
        retry: options.retry ?? DEFAULT_RETRY,
        observe: options.observe ?? (() => undefined),
      });
    } catch (error) {
      await owner.release();
      throw error;
    }
  } catch (error) {
    await store.environment.close();
    throw error;
  }
}

function partitions(store: Store, topic: string, count: number): Partition[] {
  return Array.from({ length: count }, (_, partition) => new Partition(store, topic, partition));
}

const PARTITIONS = 'partitions';

/** The number a log is made with stays: with another one, keys would change partitions and lose their order. */
async function settlePartitions(
  store: Store,
  directory: string,
  wanted: number | undefined,
): Promise<number> {
  const stored = z.int().positive().optional().parse(store.settings.get(PARTITIONS));
  if (stored === undefined) {
    const count = wanted ?? DEFAULT_PARTITIONS;
    await writeTogether(store, () => void store.settings.put(PARTITIONS, count));
    return count;
  }
  if (wanted !== undefined && wanted !== stored) {
    throw new PartitionCountError(
      `the event log in ${directory} was made with ${stored} partitions and cannot be opened with ${wanted}; ` +
        `ask for ${stored}, or begin a new directory`,
    );
  }
  return stored;
}

/** LMDB syncs its files; that they are in the directory has to survive a power cut as well. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
