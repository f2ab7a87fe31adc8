import { join } from 'node:path';
import { connectStore, type Store } from './engine/connect.js';
import { migrate } from './migrations/migrate.js';

/** Which ClickHouse to open: the server where there is an address, else the embedded engine. */
export interface StorePlace {
  readonly url?: string | undefined;
  /** The embedded engine is in the folder `clickhouse` of it. */
  readonly dataDirectory: string;
}

/** Opens the platform's store and brings it to the schema of this version. */
export async function openStore({ url, dataDirectory }: StorePlace): Promise<Store> {
  const store = await connectStore(
    url === undefined ? { dataDirectory: join(dataDirectory, 'clickhouse') } : { url },
  );
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
