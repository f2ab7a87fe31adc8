import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '@throughline/store';
import { connectStore, migrate } from '@throughline/store';

/** A store of a test's own. */
export interface TestStore extends Store {
  /** For a second store on the same data, or the same store again. */
  readonly dataDirectory: string;
}

export interface TestStoreOptions {
  /** Default true: with the tables of this version. */
  readonly migrated?: boolean;
}

/**
 * The embedded engine on a new directory. A process holds one directory at a time, so every test file must await
 * `close()`, which also deletes the directory: the next file of the same jest worker fails otherwise.
 */
export async function openTestStore({
  migrated = true,
}: TestStoreOptions = {}): Promise<TestStore> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughline-store-'));
  const store = await connectStore({ dataDirectory });
  if (migrated) await migrate(store);
  return {
    ...store,
    dataDirectory,
    close: async () => {
      await store.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
}
