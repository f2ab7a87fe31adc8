import type { ClickHouseClient } from '@clickhouse/client';
import type { z } from 'zod';
import { StoreQueryError, UnexpectedRowError } from './store-query-error.js';

export interface QueryDefinition<Params extends z.ZodObject, Row extends z.ZodType<object>> {
  /** In ClickHouse's logs (`log_comment`) and in every error. */
  readonly name: string;
  /** One SELECT without FORMAT. Values come in only as `{name:Type}` placeholders. */
  readonly sql: string;
  /** One key a placeholder. A Date keeps its milliseconds for `DateTime64(3)`, but not inside an array. */
  readonly params: Params;
  /** One key a selected column. 64-bit integers arrive as text, times as RFC 3339 in UTC. */
  readonly row: Row;
}

export interface CallOptions {
  /** Aborting kills the statement on the server too. */
  readonly signal?: AbortSignal;
}

export interface Query<Params, Row> {
  /** All rows. @throws StoreQueryError */
  (client: ClickHouseClient, params: Params, options?: CallOptions): Promise<Row[]>;
  /** Row after row in bounded memory, for results that do not fit into it. @throws StoreQueryError */
  stream(client: ClickHouseClient, params: Params, options?: CallOptions): AsyncGenerator<Row>;
  readonly queryName: string;
}

const ROW_FORMAT = 'JSONEachRow';

/** Declares a query once: its SQL, what it takes and what it gives, each checked on the way. */
export function defineQuery<Params extends z.ZodObject, Row extends z.ZodType<object>>(
  definition: QueryDefinition<Params, Row>,
): Query<z.input<Params>, z.output<Row>> {
  const { name, sql } = definition;

  const ask = (
    client: ClickHouseClient,
    params: z.input<Params>,
    { signal }: CallOptions,
    wholeResult: 0 | 1,
  ) =>
    client.query({
      query: sql,
      query_params: definition.params.parse(params),
      format: ROW_FORMAT,
      abort_signal: signal,
      clickhouse_settings: { log_comment: name, wait_end_of_query: wholeResult },
    });

  const parseRow = (row: unknown): z.output<Row> => {
    const parsed = definition.row.safeParse(row);
    if (parsed.success) return parsed.data;
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
    throw new UnexpectedRowError(
      `a row has another shape than the query declares: ${faults.join(', ')}`,
      { cause: parsed.error },
    );
  };

  const rows = async (
    client: ClickHouseClient,
    params: z.input<Params>,
    options: CallOptions = {},
  ): Promise<z.output<Row>[]> => {
    try {
      // Asked as a whole, a statement that fails half-way fails as a whole, with its error in the answer's head.
      const result = await ask(client, params, options, 1);
      return (await result.json<unknown>()).map(parseRow);
    } catch (error) {
      throw new StoreQueryError(name, error);
    }
  };

  async function* stream(
    client: ClickHouseClient,
    params: z.input<Params>,
    options: CallOptions = {},
  ): AsyncGenerator<z.output<Row>> {
    try {
      const result = await ask(client, params, options, 0);
      for await (const batch of result.stream<unknown>()) {
        for (const row of batch) yield parseRow(row.json());
      }
    } catch (error) {
      throw new StoreQueryError(name, error);
    }
  }

  return Object.assign(rows, { stream, queryName: name });
}
