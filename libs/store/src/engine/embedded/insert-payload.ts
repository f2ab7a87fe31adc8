import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Token } from '../sql-lexer.js';
import { leadingKeyword, tokens } from '../sql-lexer.js';

/** Rows in the text or bytes of the statement's FORMAT. */
export type Payload = string | Buffer | Readable;

/** `INSERT INTO t (a, b) FORMAT X`, taken apart; `rows` is data that stood behind the format in the same text. */
export interface InsertHead {
  /** Everything before FORMAT. */
  readonly into: string;
  readonly format: string;
  readonly rows: string;
}

/** Undefined for statements that bring no rows of a format: `INSERT … SELECT`, `INSERT … VALUES`, anything else. */
export function parseInsert(sql: string): InsertHead | undefined {
  if (leadingKeyword(sql) !== 'INSERT') return undefined;
  let keyword: Token | undefined;
  for (const token of tokens(sql)) {
    if (token.kind !== 'word') continue;
    if (keyword) {
      const rows = sql.slice(token.start + token.text.length).replace(/^\s*;?\s*/, '');
      return { into: sql.slice(0, keyword.start).trim(), format: token.text, rows };
    }
    const word = token.text.toUpperCase();
    if (word === 'FORMAT') keyword = token;
    else if (word === 'SELECT' || word === 'VALUES') return undefined;
  }
  return undefined;
}

const SIMPLE_TARGET = /^INSERT\s+INTO\s+(?:TABLE\s+)?([\w.]+)\s*(?:\(([\w\s,]+)\))?$/i;
const INLINE_FORMATS = ['JSONEachRow', 'JSONCompactEachRow'] as const;

export interface InlineInsert {
  readonly table: string;
  readonly columns?: string[];
  readonly format: (typeof INLINE_FORMATS)[number];
  readonly values: Buffer;
}

/**
 * The fast way in: bytes handed to the engine behind the statement. Only for rows that are lines of JSON, where a line
 * break is never part of a value, and only without a blank line: the engine takes a blank line for the end of the data
 * and runs what follows as SQL.
 */
export function asInlineInsert(head: InsertHead, payload: Payload): InlineInsert | undefined {
  const format = INLINE_FORMATS.find((name) => name === head.format);
  const target = SIMPLE_TARGET.exec(head.into.replaceAll('`', ''));
  const table = target?.[1];
  if (format === undefined || table === undefined) return undefined;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return undefined;
  if (payload.includes('\n\n')) return undefined;
  const values = typeof payload === 'string' ? Buffer.from(payload) : payload;
  return { table, columns: target?.[2]?.split(',').map((name) => name.trim()), format, values };
}

/** Writes the payload to a private file for `FROM INFILE`, which reads any format and any bytes; gone afterwards. */
export async function withSpoolFile<T>(
  payload: Payload,
  work: (file: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-insert-'));
  try {
    // No extension: the engine would take one for a compression.
    const file = join(folder, 'rows');
    if (typeof payload === 'string' || Buffer.isBuffer(payload)) {
      await writeFile(file, payload, { signal });
    } else {
      await pipeline(payload, createWriteStream(file), { signal });
    }
    return await work(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
