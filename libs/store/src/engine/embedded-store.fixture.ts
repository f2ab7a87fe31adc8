import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store, StoreOptions } from './connect.js';
import { connectStore } from './connect.js';

export interface StoreFixture {
  readonly store: Store;
  readonly directory: string;
  close(): Promise<void>;
}

/** A store on a directory of its own. Every test file must close it: the process holds one directory at a time. */
export async function openEmbeddedStore(
  options: Partial<StoreOptions> = {},
): Promise<StoreFixture> {
  const directory = await mkdtemp(join(tmpdir(), 'throughline-store-'));
  const store = await connectStore({ dataDirectory: directory, ...options });
  return {
    store,
    directory,
    close: async () => {
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
}
