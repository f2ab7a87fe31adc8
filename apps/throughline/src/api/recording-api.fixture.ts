import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface RecordingApi {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** A platform on loopback that keeps what it gets; `answer` says what it replies to each request. */
export async function recordingApi(
  answer: (request: RecordedRequest, index: number) => Answer = accepted,
): Promise<RecordingApi> {
  const requests: RecordedRequest[] = [];
  const server = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      const url = new URL(incoming.url ?? '/', 'http://recording');
      const request = {
        method: incoming.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body,
      };
      const { status, headers, body: reply } = answer(request, requests.push(request) - 1);
      response.writeHead(status, headers).end(JSON.stringify(reply));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Every event is new. */
export function accepted({ body }: RecordedRequest): Answer {
  return { status: 202, body: { accepted: linesOf(body).length, duplicates: 0 } };
}

export function linesOf(body: string): string[] {
  return body.split('\n').filter((line) => line !== '');
}

/** The events of all requests, in order. */
export function eventsOf({ requests }: Pick<RecordingApi, 'requests'>): Record<string, unknown>[] {
  return requests
    .flatMap(({ body }) => linesOf(body))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
