import { open } from 'lmdb';
import type { Database, RootDatabase } from 'lmdb';

/** `[topic, partition, offset of the first record]`: a partition's blocks lie one after the other, in order. */
export type BlockKey = [topic: string, partition: number, firstOffset: number];
/** `[group, topic, partition]`. */
export type PositionKey = [group: string, topic: string, partition: number];

/** The one LMDB environment of an embedded log, and the tables in it. */
export interface Store {
  readonly environment: RootDatabase;
  readonly blocks: Database<Buffer, BlockKey>;
  /** The next offset a group wants of a partition. */
  readonly positions: Database<number, PositionKey>;
  readonly settings: Database<unknown, string>;
}

/**
 * Opens the environment so that a write promise means durable. With `overlappingSync`, the default, it
 * resolves once the transaction is visible and the sync to disk follows; without, LMDB's own commit runs in
 * the writer thread and syncs the data before it writes the page that makes it visible. What arrives while a
 * commit runs shares the next transaction and its one sync.
 *
 * `eventTurnBatching`, also a default, makes a promise of its own for each turn of the event loop. Nobody can
 * get hold of it, and when a commit fails (a full disk) it ends the process as an unhandled rejection. Everything
 * here is written with {@link writeTogether}, so there is nothing it would have to put together.
 */
export function openStore(directory: string): Store {
  const environment = open({
    path: directory,
    overlappingSync: false,
    eventTurnBatching: false,
    maxDbs: 3,
  });
  return {
    environment,
    blocks: environment.openDB<Buffer, BlockKey>({ name: 'blocks', encoding: 'binary' }),
    positions: environment.openDB<number, PositionKey>({ name: 'positions', encoding: 'json' }),
    settings: environment.openDB<unknown, string>({ name: 'settings', encoding: 'json' }),
  };
}

/** Runs the writes as one transaction: all of them are durable when it resolves, or none is kept. */
export async function writeTogether({ environment }: Store, write: () => void): Promise<void> {
  try {
    await environment.batch(write);
  } catch (error) {
    throw await reasonOf(error);
  }
}

/** lmdb rejects with a general error that carries the promise of the reason, which must not be left unhandled. */
async function reasonOf(error: unknown): Promise<Error> {
  if (error instanceof Error && 'commitError' in error) {
    const reason = await Promise.resolve(error.commitError).catch((cause: unknown) => cause);
    if (reason instanceof Error) return reason;
  }
  return error instanceof Error ? error : new Error(String(error));
}
