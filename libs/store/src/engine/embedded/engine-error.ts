import { ClickHouseError, parseError } from '@clickhouse/client';

/** The data directory cannot be opened; the message says by whom it is held and what to do. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError';
}

/** An engine's error in the client's own type, with ClickHouse's `code` and `type`, so that callers need one check. */
export function toClientError(error: unknown): Error {
  const original = error instanceof Error ? error : new Error(String(error));
  if (original instanceof ClickHouseError) return original;
  const parsed = parseError(original.message);
  if (parsed instanceof ClickHouseError) parsed.cause = original;
  return parsed instanceof ClickHouseError ? parsed : original;
}

export function toDataDirectoryError(error: unknown, directory: string): Error {
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes('Another server instance in same directory')) {
    return new DataDirectoryError(
      `The data directory ${directory} is in use by another process. Stop that process, give this one a ` +
        'directory of its own (THROUGHLINE_DATA_DIR), or let both use a ClickHouse server (CLICKHOUSE_URL).',
      { cause: error },
    );
  }
  if (message.includes('only one active data directory per process')) {
    return new DataDirectoryError(
      `The data directory ${directory} cannot be opened: the embedded ClickHouse holds one directory per process. ` +
        'Close the store on the other directory, and await its close(), first.',
      { cause: error },
    );
  }
  return new DataDirectoryError(
    `The embedded ClickHouse could not open its data directory ${directory}: ${message.trim()}`,
    { cause: error },
  );
}

/** The same rejection, in the same words, as a ClickHouse server gives. */
export const multiStatementError = (): ClickHouseError =>
  new ClickHouseError({
    message: 'Syntax error (Multi-statements are not allowed). ',
    code: '62',
    type: 'SYNTAX_ERROR',
  });

export const missingParameterError = (name: string): ClickHouseError =>
  new ClickHouseError({
    message: `Substitution \`${name}\` is not set. `,
    code: '456',
    type: 'UNKNOWN_QUERY_PARAMETER',
  });

export const unknownSettingError = (name: string): ClickHouseError =>
  new ClickHouseError({
    message: `Unknown setting '${name}'. `,
    code: '115',
    type: 'UNKNOWN_SETTING',
  });
