import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { EmbeddedConnection } from './embedded-connection.js';
import { EmbeddedEngine } from './embedded/embedded-engine.js';
import { quoteIdentifier } from './embedded/pooled-session.js';

export interface StoreOptions {
  /** `http(s)://user:password@host:8123/database`. Left out: the embedded engine on `dataDirectory`. */
  readonly url?: string;
  /** Directory of the embedded engine; created when missing. */
  readonly dataDirectory?: string;
  /** Statements that run at once; more of them wait. Default: 4 embedded, 10 on a server. */
  readonly maxConcurrency?: number;
}

/** An open ClickHouse. */
export interface Store {
  readonly client: ClickHouseClient;
  readonly kind: 'embedded' | 'server';
  /** The database that unqualified names are read in; it exists. */
  readonly database: string;
  /** Waits for running statements. Embedded: the data directory is free afterwards. */
  close(): Promise<void>;
}

export const DEFAULT_DATABASE = 'throughline';
const QUERY_TIMEOUT_SECONDS = 60;

/** What every statement runs under, so that both engines, in any version and time zone, read and write alike. */
const SETTINGS: ClickHouseSettings = {
  // The writers batch; an insert that returned is in the table, and its errors are its caller's.
  async_insert: 0,
  // A JavaScript number holds 53 bits: as text nothing is rounded.
  output_format_json_quote_64bit_integers: 1,
  // ISO 8601 with a zone, in and out; `basic`, an older server's default, refuses the Z.
  date_time_input_format: 'best_effort',
  date_time_output_format: 'iso',
  // The embedded engine takes the machine's zone, a server its own.
  session_timezone: 'UTC',
  max_execution_time: QUERY_TIMEOUT_SECONDS,
};

/**
 * Opens ClickHouse and makes sure that the database exists.
 *
 * @throws DataDirectoryError when the embedded engine's directory is in use; the client's error when a server refuses.
 */
export async function connectStore(options: StoreOptions): Promise<Store> {
  if (options.url !== undefined) return connectServer(options.url, options.maxConcurrency);
  if (options.dataDirectory !== undefined) {
    return connectEmbedded(options.dataDirectory, options.maxConcurrency);
  }
  throw new Error('A store needs the url of a ClickHouse server or a dataDirectory');
}

async function connectServer(url: string, maxConcurrency?: number): Promise<Store> {
  const server = new URL(url);
  const database = decodeURIComponent(server.pathname.slice(1)) || DEFAULT_DATABASE;
  // Without the database, which the server may not have yet: it refuses any statement in an unknown one.
  server.pathname = '/';
  const bootstrap = createClient({ url: server, log: { level: ClickHouseLogLevel.OFF } });
  try {
    await bootstrap.command({
      query: `CREATE DATABASE IF NOT EXISTS ${quoteIdentifier(database)}`,
      clickhouse_settings: { wait_end_of_query: 1 },
    });
  } finally {
    await bootstrap.close();
  }
  const client = createClient({
    url: server,
    database,
    max_open_connections: maxConcurrency ?? 10,
    // The client gives up after the server does, and so hears the reason.
    request_timeout: (QUERY_TIMEOUT_SECONDS + 5) * 1000,
    // Sockets idle for 2.5 s are dropped (the client's default): servers close theirs after 3 s or 10 s.
    keep_alive: { enabled: true },
    // A list of commits does not fit into a URL.
    use_multipart_params_auto: true,
    // Errors are thrown; the client would print them too.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { ...SETTINGS, cancel_http_readonly_queries_on_client_close: 1 },
  });
  return { client, kind: 'server', database, close: () => client.close() };
}

async function connectEmbedded(directory: string, maxConcurrency?: number): Promise<Store> {
  const engine = await EmbeddedEngine.open({ directory, sessions: maxConcurrency });
  const database = DEFAULT_DATABASE;
  // Atomic, as on a server: the engine's own `default` is an overlay without renames and exchanges.
  await engine.run(
    { sql: `CREATE DATABASE IF NOT EXISTS ${quoteIdentifier(database)} ENGINE = Atomic` },
    'Null',
  );
  const client = createClient({
    connection: new EmbeddedConnection(engine, database),
    database,
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: SETTINGS,
  });
  return { client, kind: 'embedded', database, close: () => client.close() };
}
