import { ClickHouseError } from '@clickhouse/client';

/** Conditions of ClickHouse that pass without anybody changing the statement or the data. */
const PASSING_TYPES = new Set([
  'ABORTED',
  'ALL_CONNECTION_TRIES_FAILED',
  'DEADLOCK_AVOIDED',
  'KEEPER_EXCEPTION',
  'MEMORY_LIMIT_EXCEEDED',
  'NETWORK_ERROR',
  'NO_FREE_CONNECTION',
  'NO_ZOOKEEPER',
  'QUERY_WAS_CANCELLED',
  'SOCKET_TIMEOUT',
  'TABLE_IS_READ_ONLY',
  'TIMEOUT_EXCEEDED',
  'TOO_FEW_LIVE_REPLICAS',
  'TOO_MANY_PARTS',
  'TOO_MANY_SIMULTANEOUS_QUERIES',
  'UNKNOWN_STATUS_OF_INSERT',
]);

const PASSING_NETWORK_CODES = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** The client's own errors for a connection that broke or took too long carry no code. */
const PASSING_MESSAGES = ['socket hang up', 'Timeout error.'];

/**
 * A named query or insert failed. The message names it and ClickHouse's reason and nothing else: parameters, rows and
 * SQL stay in `cause`, which may hold them.
 */
export class StoreQueryError extends Error {
  override readonly name = 'StoreQueryError';
  /** The same call may succeed later. After such a failure an insert may or may not have been written. */
  readonly retryable: boolean;

  constructor(
    /** The `name` given to `defineQuery` or `defineInsert`. */
    readonly queryName: string,
    cause: unknown,
  ) {
    const reason = reasonOf(cause);
    super(`${queryName}: ${reason}`, { cause });
    this.retryable = isPassing(cause);
  }
}

/** Rows came back in another shape than the query declares: the schema of the database and the code differ. */
export class UnexpectedRowError extends Error {
  override readonly name = 'UnexpectedRowError';
}

function reasonOf(cause: unknown): string {
  if (cause instanceof ClickHouseError)
    return `ClickHouse answered ${String(cause.type)} (${cause.code})`;
  if (cause instanceof UnexpectedRowError) return cause.message;
  const code = networkCode(cause);
  if (code !== undefined) return `ClickHouse could not be reached (${code})`;
  if (isBrokenConnection(cause)) return 'the connection to ClickHouse broke or timed out';
  return 'failed before ClickHouse answered';
}

function isPassing(cause: unknown): boolean {
  if (cause instanceof ClickHouseError) return PASSING_TYPES.has(cause.type ?? '');
  return PASSING_NETWORK_CODES.has(networkCode(cause) ?? '') || isBrokenConnection(cause);
}

const isBrokenConnection = (cause: unknown): boolean =>
  cause instanceof Error && PASSING_MESSAGES.includes(cause.message);

function networkCode(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
