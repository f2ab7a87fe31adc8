import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStore } from '@throughline/store';
import { startClickHouseHttpFront } from './clickhouse-http-front/clickhouse-http-front.js';

/** A ClickHouse over HTTP, with a database that nobody else uses. */
export interface TestClickHouse {
  /** For `CLICKHOUSE_URL`. */
  readonly url: string;
  /** Deletes the database. */
  close(): Promise<void>;
}

/**
 * The server that `npm test` was given or started (`THROUGHLINE_TEST_CLICKHOUSE_URL`), else the embedded engine of this
 * process behind HTTP: then this process can open no embedded store of its own until `close()`.
 */
export async function openTestClickHouse(): Promise<TestClickHouse> {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const server = process.env.THROUGHLINE_TEST_CLICKHOUSE_URL;
  if (server !== undefined) {
    const url = withDatabase(server, database);
    return { url, close: () => dropDatabase(url, database) };
  }
  const directory = await mkdtemp(join(tmpdir(), 'throughline-clickhouse-'));
  const front = await startClickHouseHttpFront({ directory });
  return {
    url: withDatabase(front.url, database),
    close: async () => {
      await front.close();
      await rm(directory, { recursive: true });
    },
  };
}

function withDatabase(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function dropDatabase(url: string, database: string): Promise<void> {
  const store = await connectStore({ url });
  try {
    await store.client.command({ query: `DROP DATABASE ${database} SYNC` });
  } finally {
    await store.close();
  }
}
