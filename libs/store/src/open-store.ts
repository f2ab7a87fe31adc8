import { join } from 'node:path';
import { connectStore, type Store } from './engine/connect.js';
import { migrate } from './migrations/migrate.js';

/** Which ClickHouse to open: the server where there is an address, else the embedded engine. */
export interface StorePlace {
  readonly url?: string | undefined;
  /** The embedded engine is in the folder `clickhouse` of it. */
  readonly dataDirectory: string;
}

/** Opens the platform's store as it is. */
export function connectPlace({ url, dataDirectory }: StorePlace): Promise<Store> {
  return connectStore(
    url === undefined ? { dataDirectory: join(dataDirectory, 'clickhouse') } : { url },
  );
}

/** Opens the platform's store and brings it to the schema of this version. */
export async function openStore(place: StorePlace): Promise<Store> {
  const store = await connectPlace(place);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}
