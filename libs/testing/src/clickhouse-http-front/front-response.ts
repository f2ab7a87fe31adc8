import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import type { FrontRequest } from './front-request.js';

const STATUS: Readonly<Record<string, number>> = {
  SYNTAX_ERROR: 400,
  UNKNOWN_IDENTIFIER: 404,
  UNKNOWN_TABLE: 404,
  UNKNOWN_DATABASE: 404,
  TIMEOUT_EXCEEDED: 408,
  READONLY: 500,
  AUTHENTICATION_FAILED: 403,
};
/** ClickHouse's own code for what it cannot explain. */
const UNKNOWN_EXCEPTION = { code: '1002', type: 'UNKNOWN_EXCEPTION' };

interface Counts {
  readonly rowsRead?: number;
  readonly bytesRead?: number;
  readonly rowsWritten?: number;
  readonly bytesWritten?: number;
  readonly elapsedSeconds: number;
}

/** An error of the engine with ClickHouse's code and type, or any other error. */
function describe(error: unknown): { code: string; type: string; text: string } {
  const message = error instanceof Error ? error.message : String(error);
  const given = Object.assign({ ...UNKNOWN_EXCEPTION }, error);
  const { code, type } = /^\d+$/.test(given.code) ? given : UNKNOWN_EXCEPTION;
  return { code, type, text: `Code: ${code}. DB::Exception: ${message.trimEnd()} (${type})\n` };
}

/** Writes one answer in the shape of ClickHouse's HTTP interface. */
export class FrontResponse {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  text(status: number, text: string): void {
    this.#response.writeHead(status, { 'Content-Type': 'text/plain; charset=UTF-8' }).end(text);
  }

  whole(request: FrontRequest, bytes: Buffer, counts: Counts): void {
    const { rowsRead = 0, bytesRead = 0, rowsWritten = 0, bytesWritten = 0 } = counts;
    const summary = {
      read_rows: String(rowsRead),
      read_bytes: String(bytesRead),
      written_rows: String(rowsWritten),
      written_bytes: String(bytesWritten),
      total_rows_to_read: '0',
      result_rows: String(rowsWritten),
      result_bytes: String(bytes.length),
      elapsed_ns: String(Math.round(counts.elapsedSeconds * 1e9)),
    };
    this.#response
      .writeHead(200, { ...head(request), 'X-ClickHouse-Summary': JSON.stringify(summary) })
      .end(request.gzip ? gzipSync(bytes, { level: 1 }) : bytes);
  }

  /** Sends rows as they come. A failure after the first of them can only be told inside the body, behind a marker. */
  async stream(request: FrontRequest, rows: Readable): Promise<void> {
    const tag = randomUUID().replaceAll('-', '').slice(0, 16);
    this.#response.writeHead(200, { ...head(request), 'X-ClickHouse-Exception-Tag': tag });
    const body = Readable.from(failureAsText(rows, tag), { objectMode: false });
    const encoded = request.gzip ? body.pipe(createGzip({ level: 1 })) : body;
    await pipeline(encoded, this.#response);
  }

  failure(error: unknown): void {
    const { code, type, text } = describe(error);
    if (this.#response.headersSent) {
      this.#response.destroy();
      return;
    }
    this.#response
      .writeHead(STATUS[type] ?? 500, {
        'Content-Type': 'text/plain; charset=UTF-8',
        'X-ClickHouse-Exception-Code': code,
      })
      .end(text);
  }
}

const head = ({ queryId, format, gzip }: FrontRequest): Record<string, string> => ({
  'Content-Type': format.startsWith('JSON')
    ? 'application/json; charset=UTF-8'
    : 'text/tab-separated-values; charset=UTF-8',
  'X-ClickHouse-Query-Id': queryId,
  'X-ClickHouse-Format': format,
  'X-ClickHouse-Timezone': 'UTC',
  ...(gzip && { 'Content-Encoding': 'gzip' }),
});

async function* failureAsText(rows: Readable, tag: string): AsyncGenerator<Buffer | string> {
  try {
    yield* rows as AsyncIterable<Buffer>;
  } catch (error) {
    const { text } = describe(error);
    const marker = '__exception__';
    yield `\r\n${marker}\r\n${tag}\r\n${text}${Buffer.byteLength(text)} ${tag}\r\n${marker}\r\n`;
  }
}
