import type { LogObserver } from '../log-observer.js';
import type { Partition } from './partition.js';
import type { Positions } from './positions.js';
import type { Store } from './store.js';
import { writeTogether } from './store.js';

/** Blocks removed in one transaction: appends wait no longer than it takes. */
const BLOCKS_AT_ONCE = 1_000;

export interface Expiry {
  readonly store: Store;
  readonly partitions: readonly Partition[];
  readonly positions: Positions;
  /** Epoch milliseconds. */
  readonly appendedBefore: number;
  readonly observe: LogObserver;
  readonly stopping: AbortSignal;
}

/** Removes what was appended before a moment and has been consumed by every group that reads its topic. */
export async function expire({ partitions, ...expiry }: Expiry): Promise<void> {
  for (const partition of partitions) await expirePartition(partition, expiry);
}

async function expirePartition(
  partition: Partition,
  { store, positions, appendedBefore, observe, stopping }: Omit<Expiry, 'partitions'>,
): Promise<void> {
  let removed = 0;
  while (!stopping.aborted) {
    const keys = partition.expired(
      appendedBefore,
      positions.consumedByAll(partition),
      BLOCKS_AT_ONCE,
    );
    if (keys.length === 0) break;
    await writeTogether(store, () => {
      for (const key of keys) void store.blocks.remove(key);
    });
    removed += keys.length;
  }
  if (removed === 0) return;
  const { topic, partition: number, earliest } = partition;
  observe({ kind: 'expired', topic, partition: number, before: earliest });
}
