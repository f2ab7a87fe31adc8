import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type {
  ConnBaseQueryParams,
  ConnBaseResult,
  ConnCommandParams,
  ConnCommandResult,
  Connection,
  ConnExecParams,
  ConnExecResult,
  ConnInsertParams,
  ConnInsertResult,
  ConnPingResult,
  ConnQueryResult,
} from '@clickhouse/client/dist/common/connection.js';
import {
  formatQueryParams,
  formatQuerySettings,
} from '@clickhouse/client/dist/common/data_formatter/index.js';
import type { EngineResult, InsertResult } from './embedded/embedded-engine.js';
import { EmbeddedEngine } from './embedded/embedded-engine.js';
import type { Statement } from './embedded/statement.js';

/** Parameters of the HTTP interface that the client sends among the settings; the engine itself knows none of them. */
const HTTP_ONLY = new Set(['wait_end_of_query', 'buffer_size', 'default_format']);
const TRAILING_FORMAT = /\bFORMAT\s+(\w+)\s*;?\s*$/i;

/**
 * The ClickHouse client's connection on the embedded engine, with the behaviour of its HTTP connection. As over HTTP,
 * `wait_end_of_query: 1` says to finish the statement before the first byte is handed over; rows are streamed otherwise.
 */
export class EmbeddedConnection implements Connection<Readable> {
  readonly #engine: EmbeddedEngine;
  readonly #database: string;

  constructor(engine: EmbeddedEngine, database: string) {
    this.#engine = engine;
    this.#database = database;
  }

  async ping(): Promise<ConnPingResult> {
    try {
      await this.#engine.run({ sql: 'SELECT 1' }, 'Null');
      return { success: true };
    } catch (error) {
      return { success: false, error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  async query(params: ConnBaseQueryParams): Promise<ConnQueryResult<Readable>> {
    const statement = this.#statement(params);
    const format = TRAILING_FORMAT.exec(params.query)?.[1] ?? 'TabSeparated';
    const whole = String(params.clickhouse_settings?.wait_end_of_query ?? 0) !== '0';
    if (!whole && EmbeddedEngine.canStream(params.query, format)) {
      return { stream: closable(await this.#engine.stream(statement, format)), ...answer(params) };
    }
    const { bytes } = await this.#engine.run(statement, format);
    const stream = closable(Readable.from([bytes], { objectMode: false }));
    return { stream, ...answer(params) };
  }

  async insert(params: ConnInsertParams<Readable>): Promise<ConnInsertResult> {
    const result = await this.#engine.insert(this.#statement(params), params.values);
    return { ...answer(params), summary: writeSummary(result) };
  }

  async command(params: ConnCommandParams): Promise<ConnCommandResult> {
    const result = await this.#engine.run(this.#statement(params), 'TabSeparated');
    return { ...answer(params), summary: readSummary(result) };
  }

  async exec(params: ConnExecParams<Readable>): Promise<ConnExecResult<Readable>> {
    if (params.values === undefined) return this.query(params);
    const { summary, ...rest } = await this.insert({ ...params, values: params.values });
    return { stream: Readable.from([]), summary, ...rest };
  }

  /** Waits for running statements; the data directory is free afterwards. */
  close(): Promise<void> {
    return this.#engine.close();
  }

  #statement(params: ConnBaseQueryParams): Statement {
    if (params.session_id !== undefined) {
      throw new Error('The embedded ClickHouse keeps no sessions: leave session_id out');
    }
    const settings = Object.entries(params.clickhouse_settings ?? {}).flatMap(([name, value]) =>
      value === undefined || HTTP_ONLY.has(name) ? [] : [[name, formatQuerySettings(value)]],
    );
    const parameters = Object.entries(params.query_params ?? {}).map(([name, value]) => [
      name,
      formatQueryParams({ value }),
    ]);
    return {
      sql: params.query,
      database: this.#database,
      settings: Object.fromEntries(settings) as Record<string, string>,
      parameters: Object.fromEntries(parameters) as Record<string, string>,
      signal: params.abort_signal,
    };
  }
}

/** `ResultSet.close()` destroys the stream with an error; on one that nobody reads yet it would end the process. */
const closable = (stream: Readable): Readable => stream.on('error', () => undefined);

const answer = (params: ConnBaseQueryParams): ConnBaseResult => ({
  query_id: params.query_id ?? randomUUID(),
  response_headers: {},
  http_status_code: 200,
});

const nanoseconds = (seconds: number): string => String(Math.round(seconds * 1e9));

const readSummary = (result: EngineResult): NonNullable<ConnCommandResult['summary']> => ({
  read_rows: String(result.rowsRead),
  read_bytes: String(result.bytesRead),
  written_rows: '0',
  written_bytes: '0',
  total_rows_to_read: '0',
  result_rows: '0',
  result_bytes: String(result.bytes.length),
  elapsed_ns: nanoseconds(result.elapsedSeconds),
});

const writeSummary = (result: InsertResult): NonNullable<ConnInsertResult['summary']> => ({
  read_rows: String(result.rowsWritten),
  read_bytes: String(result.bytesWritten),
  written_rows: String(result.rowsWritten),
  written_bytes: String(result.bytesWritten),
  total_rows_to_read: '0',
  result_rows: String(result.rowsWritten),
  result_bytes: String(result.bytesWritten),
  elapsed_ns: nanoseconds(result.elapsedSeconds),
});
