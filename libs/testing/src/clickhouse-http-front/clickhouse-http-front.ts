import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EmbeddedEngine } from '@throughline/store';
import { readFrontRequest } from './front-request.js';
import { FrontResponse } from './front-response.js';

export interface FrontOptions {
  /** Data directory of the embedded engine; created when missing. */
  readonly directory: string;
  /** 0 (default): any free port. Always on the loopback interface. */
  readonly port?: number;
}

export interface ClickHouseHttpFront {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  /** Lets running statements end and frees the data directory. */
  close(): Promise<void>;
}

/** Parameters come in the URL; a server takes 1 MiB of them, Node by default 16 KiB. */
const MAX_HEADER_BYTES = 1024 * 1024;

/**
 * ClickHouse's HTTP interface on the embedded engine, as far as the official client uses it, so that services which run
 * as separate processes can be tested where no ClickHouse server can. No users: whoever reaches the port may do anything.
 */
export async function startClickHouseHttpFront(
  options: FrontOptions,
): Promise<ClickHouseHttpFront> {
  const engine = await EmbeddedEngine.open({ directory: options.directory, sessions: 8 });
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    const answer = new FrontResponse(response);
    respond(engine, request, response, answer).catch((error: unknown) => {
      answer.failure(error);
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      await engine.close();
    },
  };
}

async function respond(
  engine: EmbeddedEngine,
  request: IncomingMessage,
  response: ServerResponse,
  answer: FrontResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://front');
  if (pathname === '/ping') {
    answer.text(200, 'Ok.\n');
    return;
  }
  if (request.method === 'GET' && !searchParams.has('query')) {
    answer.text(200, 'Ok.\n');
    return;
  }
  const front = await readFrontRequest(request);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const statement = { ...front.statement, signal: gone.signal };
  if (front.rows !== undefined) {
    const written = await engine.insert(statement, front.rows);
    answer.whole(front, Buffer.alloc(0), written);
  } else if (!front.whole && EmbeddedEngine.canStream(statement.sql, front.format)) {
    await answer.stream(front, await engine.stream(statement, front.format));
  } else {
    const result = await engine.run(statement, front.format);
    answer.whole(front, result.bytes, result);
  }
}
