import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

export function toDataDirectoryError(error: unknown, directory: string): DataDirectoryError {
  const message = error instanceof Error ? error.message : String(error);
  return new DataDirectoryError(explain(message, directory), { cause: error });
}

function explain(message: string, directory: string): string {
  if (message.includes('only one active data directory per process')) {
    return (
      `The data directory ${directory} cannot be opened: the embedded ClickHouse holds one directory per process. ` +
      'Close the store on the other directory, and await its close(), first.'
    );
  }
  const owner = otherOwner(directory);
  if (owner !== undefined) {
    return (
      `The data directory ${directory} is in use by process ${owner}. Stop that process, give this one a directory ` +
      'of its own (THROUGHLINE_DATA_DIR), or let both use a ClickHouse server (CLICKHOUSE_URL).'
    );
  }
  return (
    `The embedded ClickHouse could not open its data directory ${directory}; it wrote the reason to standard ` +
    `error. (${message.trim()})`
  );
}

/** The engine locks its `status` file, and writes there whose lock it is; its own error says neither. */
function otherOwner(directory: string): number | undefined {
  try {
    const pid = Number(/^PID: (\d+)$/m.exec(readFileSync(join(directory, 'status'), 'utf8'))?.[1]);
    return pid > 0 && pid !== process.pid ? pid : undefined;
  } catch {
    return undefined;
  }
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
