import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { addAbortSignal } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Session, StreamChunk } from 'chdb';
import { abortable } from './abortable.js';
import { multiStatementError, toClientError, toDataDirectoryError } from './engine-error.js';
import type { Payload } from './insert-payload.js';
import { asInlineInsert, parseInsert, withSpoolFile } from './insert-payload.js';
import { leaveAtExit } from './leave-at-exit.js';
import type { PooledSession } from './pooled-session.js';
import { quote } from './pooled-session.js';
import type { Ending } from './result-stream.js';
import { openResultStream } from './result-stream.js';
import { SessionPool } from './session-pool.js';
import type { Statement } from './statement.js';
import { shapeOf } from './statement-shape.js';

/** Bytes in the asked format, and what the engine counted. */
export interface EngineResult {
  readonly bytes: Buffer;
  readonly rowsRead: number;
  readonly bytesRead: number;
  readonly elapsedSeconds: number;
}

export interface InsertResult {
  /** Rows written, those that materialised views wrote included. */
  readonly rowsWritten: number;
  readonly bytesWritten: number;
  readonly elapsedSeconds: number;
}

export interface EngineOptions {
  /** Created when missing. One process, and in it one directory, at a time. */
  readonly directory: string;
  /**
   * Statements that run at once; the rest wait their turn. Each running one occupies a thread of libuv's pool (4 unless
   * `UV_THREADPOOL_SIZE` says more), which file access and name look-ups share. Default 4.
   */
  readonly sessions?: number;
}

/** Formats whose output is rows alone, so that chunks of it can be put end to end. */
const STREAMED_FORMATS = new Set(['JSONEachRow', 'JSONCompactEachRow', 'CSV', 'TabSeparated']);
/** A streamed chunk is one block, and the engine's own 65,409 rows of a kilobyte each are a long wait for the first. */
const STREAMED_BLOCK_ROWS = '8192';
/** Values of parameters are bound by a SET statement, and on a server their length is no part of the query's. */
const SESSION_ARGUMENTS = ['--max_query_size=0'];
const KILL_INTERVAL_MS = 50;

/** ClickHouse inside this process: one statement in, bytes out, with nothing carried from one statement to the next. */
export class EmbeddedEngine {
  readonly #openSession: () => Session;
  readonly #drain: () => Promise<void>;
  readonly #pool: SessionPool;
  readonly #kills = new Set<Promise<void>>();
  /** Keeps the directory open while no statement runs. */
  readonly #anchor: Session;
  readonly #stayAtExit: () => void;

  private constructor(openSession: () => Session, drain: () => Promise<void>, sessions: number) {
    this.#openSession = openSession;
    this.#drain = drain;
    this.#anchor = openSession();
    this.#pool = new SessionPool(openSession, sessions);
    this.#stayAtExit = leaveAtExit(() => this.#pool.isBusy);
  }

  /** @throws DataDirectoryError when another process, or another directory in this one, is in the way. */
  static async open({ directory, sessions = 4 }: EngineOptions): Promise<EmbeddedEngine> {
    const path = resolve(directory);
    await mkdir(path, { recursive: true });
    // Loaded only here: the engine takes 200 MB, which a service on a ClickHouse server should not pay.
    const { Session, drainPending } = await import('chdb');
    const openSession = (): Session => {
      try {
        return new Session(path, { connectionArgs: SESSION_ARGUMENTS });
      } catch (error) {
        throw toDataDirectoryError(error, path);
      }
    };
    return new EmbeddedEngine(openSession, drainPending, sessions);
  }

  /**
   * Runs off the event loop and holds the whole result. `format` applies unless the SQL names one. Rows that follow an
   * insert's FORMAT in the same text are taken for rows: the engine would run what stands behind a blank line as SQL.
   */
  async run(statement: Statement, format: string): Promise<EngineResult> {
    const insert = parseInsert(statement.sql);
    if (insert !== undefined && insert.rows !== '') {
      const sql = `${insert.into} FORMAT ${insert.format}`;
      const { elapsedSeconds } = await this.insert({ ...statement, sql }, insert.rows);
      return { bytes: Buffer.alloc(0), rowsRead: 0, bytesRead: 0, elapsedSeconds };
    }
    return this.#execute(statement, async (session, sql) => {
      const result = await session.queryAsync(sql, { format });
      const { buffer, byteOffset, byteLength } = result.bytes();
      return {
        bytes: Buffer.from(buffer, byteOffset, byteLength),
        rowsRead: result.rowsRead,
        bytesRead: result.bytesRead,
        elapsedSeconds: result.elapsed,
      };
    });
  }

  /** Whether {@link stream} can take it; everything else goes to {@link run}. */
  static canStream(sql: string, format: string): boolean {
    return STREAMED_FORMATS.has(format) && shapeOf(sql).isSelect;
  }

  /**
   * Rows as they are found, in bounded memory. The engine plans a streamed statement on the calling thread, scalar
   * subqueries included, so prefer {@link run} for results that fit into memory.
   */
  async stream(statement: Statement, format: string): Promise<Readable> {
    const settings = { max_block_size: STREAMED_BLOCK_ROWS, ...statement.settings };
    const pooled = await this.#borrow({ ...statement, settings });
    const tag = newTag();
    let onOver: () => void = () => undefined;
    const over = new Promise<void>((isOver) => {
      onOver = isOver;
    });
    const source = {
      kill: () => {
        this.#kill(tag, over);
      },
      onEnd: (ending: Ending) => {
        this.#giveBack(pooled, ending === 'broken');
        onOver();
      },
    };
    const opening = openResultStream({
      ...source,
      chunks: streamChunks(pooled.session, tag + statement.sql, format),
    });
    const stream = await abortable(opening, statement.signal, () => {
      source.kill();
      // The rows may have won the race against the abort; nobody is left to read them.
      opening.then(
        (orphan) => orphan.destroy(),
        () => undefined,
      );
    });
    return statement.signal ? addAbortSignal(statement.signal, stream) : stream;
  }

  /** `statement.sql` is `INSERT INTO … FORMAT …` without rows. An aborted insert may still be written. */
  async insert(statement: Statement, payload: Payload): Promise<InsertResult> {
    const head = parseInsert(statement.sql);
    if (head === undefined) throw new Error('An insert with rows must name their FORMAT');
    const inline = asInlineInsert(head, payload);
    if (inline) {
      return this.#execute({ ...statement, sql: head.into }, async (session) => {
        const summary = await session.insert(inline);
        return {
          rowsWritten: summary.rowsWritten,
          bytesWritten: summary.bytesWritten,
          elapsedSeconds: summary.elapsed,
        };
      });
    }
    const fromFile = async (file: string): Promise<InsertResult> => {
      const sql = `${head.into} FROM INFILE ${quote(file)} COMPRESSION 'none' FORMAT ${head.format}`;
      const result = await this.run({ ...statement, sql }, 'Null');
      const { rowsRead, bytesRead, elapsedSeconds } = result;
      return { rowsWritten: rowsRead, bytesWritten: bytesRead, elapsedSeconds };
    };
    return withSpoolFile(payload, fromFile, statement.signal);
  }

  /** Lets running statements end, then gives the directory free: another can be opened afterwards. */
  async close(): Promise<void> {
    await this.#pool.close();
    await Promise.allSettled(this.#kills);
    this.#anchor.close();
    await this.#drain();
    this.#stayAtExit();
  }

  async #borrow(statement: Statement): Promise<PooledSession> {
    if (!shapeOf(statement.sql).isSingle) throw multiStatementError();
    const pooled = await this.#pool.borrow(statement.signal);
    try {
      await pooled.prepare(statement);
      return pooled;
    } catch (error) {
      this.#giveBack(pooled, true);
      throw toClientError(error);
    }
  }

  #giveBack(pooled: PooledSession, failed: boolean): void {
    pooled.spent ||= failed;
    this.#pool.giveBack(pooled);
  }

  async #execute<T>(
    statement: Statement,
    work: (session: Session, sql: string) => Promise<T>,
  ): Promise<T> {
    const pooled = await this.#borrow(statement);
    const tag = newTag();
    const native = work(pooled.session, tag + statement.sql);
    const over = native.then(
      () => {
        this.#giveBack(pooled, false);
      },
      () => {
        this.#giveBack(pooled, true);
      },
    );
    try {
      return await abortable(native, statement.signal, () => {
        this.#kill(tag, over);
      });
    } catch (error) {
      throw toClientError(error);
    }
  }

  /**
   * Aborting a native call only stops the waiting for it. From another session the statement can be killed, once it is
   * listed as running; asynchronously, since a synchronous KILL was seen never to return.
   */
  #kill(tag: string, over: Promise<void>): void {
    const killing = (async () => {
      const session = this.#openSession();
      const ended = over.then(() => true);
      do {
        const sql = `KILL QUERY WHERE startsWith(query, ${quote(tag)}) ASYNC`;
        await session.queryAsync(sql, { format: 'Null' }).catch(() => undefined);
      } while (!(await Promise.race([ended, delay(KILL_INTERVAL_MS, false)])));
      session.close();
    })();
    this.#kills.add(killing);
    // A kill that failed leaves the statement to its own end, which close() waits for.
    const forget = (): unknown => this.#kills.delete(killing);
    killing.then(forget, forget);
  }
}

/** The engine takes no query id, so a comment in front of the SQL tells a running statement from all others. */
const newTag = (): string => `/* ${randomUUID()} */ `;

async function* streamChunks(
  session: Session,
  sql: string,
  format: string,
): AsyncGenerator<StreamChunk> {
  yield* session.queryStream(sql, { format });
}
