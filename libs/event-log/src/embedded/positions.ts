import type { LogMessage } from '../event-log.js';
import type { Partition } from './partition.js';
import type { PositionKey, Store } from './store.js';
import { writeTogether } from './store.js';

/** How far each group has come in each partition. */
export class Positions {
  constructor(private readonly store: Store) {}

  /** The next offset the group wants; `undefined` while it has never consumed the topic. */
  of(group: string, { topic, partition }: Partition): number | undefined {
    return this.store.positions.get([group, topic, partition]);
  }

  /**
   * Makes the group known, so that from now on nothing it has not consumed expires. It begins with the
   * earliest message of a partition it does not know.
   */
  async begin(group: string, partitions: readonly Partition[]): Promise<void> {
    const unknown = partitions.filter((partition) => this.of(group, partition) === undefined);
    if (unknown.length === 0) return;
    await writeTogether(this.store, () => {
      for (const { topic, partition, earliest } of unknown) {
        void this.store.positions.put([group, topic, partition], earliest);
      }
    });
  }

  async commit(group: string, messages: readonly LogMessage[]): Promise<void> {
    const next = new Map<number, { key: PositionKey; offset: number }>();
    for (const { topic, partition, offset } of messages) {
      next.set(partition, { key: [group, topic, partition], offset: offset + 1 });
    }
    await writeTogether(this.store, () => {
      for (const { key, offset } of next.values()) void this.store.positions.put(key, offset);
    });
  }

  /** The offset up to which every known group has consumed the partition; its end while there is no group. */
  consumedByAll(partition: Partition): number {
    let lowest = partition.end;
    for (const group of this.groups()) {
      const position = this.of(group, partition);
      if (position !== undefined) lowest = Math.min(lowest, position);
    }
    return lowest;
  }

  groups(): Set<string> {
    return new Set(Array.from(this.store.positions.getKeys(), ([group]) => group));
  }
}
