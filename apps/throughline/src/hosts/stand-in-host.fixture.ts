import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that comes in the place of the page that was asked for. */
export interface Interruption {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection ends in the middle of the body. */
  readonly isCut?: true;
}

export interface AskedOfHost {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

/** What a host has under a path: a list, which it pages, or one thing. */
export type Resources = Readonly<Record<string, unknown>>;

export interface StandInHost {
  readonly url: string;
  readonly asked: readonly AskedOfHost[];
  close(): Promise<void>;
}

const PER_PAGE = 2;

/**
 * A host of repositories on loopback that speaks of what it has as GitHub and GitLab do: lists in pages of
 * two, whatever was asked for, with the next one in `Link`.
 *
 * @param interrupt what to answer in the place of the n-th request; by default nothing is in the way
 */
export async function standInHost(
  resources: Resources,
  interrupt: (asked: AskedOfHost, index: number) => Interruption | undefined = () => undefined,
): Promise<StandInHost> {
  const asked: AskedOfHost[] = [];
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`);
    const request = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: new URLSearchParams(url.search),
      headers: incoming.headers,
    };
    const interruption = interrupt(request, asked.push(request) - 1);
    if (interruption?.isCut === true) {
      response.writeHead(interruption.status, { 'content-length': '100' });
      response.write('[{', () => response.destroy());
      return;
    }
    if (interruption !== undefined) {
      response.writeHead(interruption.status, interruption.headers).end('{}');
      return;
    }
    const resource = resources[url.pathname];
    if (resource === undefined) response.writeHead(404).end('{"message":"Not Found"}');
    else if (request.method === 'POST') response.writeHead(202).end('{}');
    else if (!isList(resource)) response.end(JSON.stringify(resource));
    else {
      const [name, list] = resource;
      const page = Number(url.searchParams.get('page') ?? 1);
      const items = list.slice((page - 1) * PER_PAGE, page * PER_PAGE);
      if (list.length > page * PER_PAGE) {
        url.searchParams.set('page', String(page + 1));
        response.setHeader('link', `<${url.href}>; rel="next", <${url.href}>; rel="last"`);
      }
      response.end(JSON.stringify(name === '' ? items : { [name]: items }));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** A list, and the name it stands under where a page is no list itself. */
export function list(items: readonly unknown[], name = ''): readonly [string, readonly unknown[]] {
  return Object.assign([name, items] as const, { isPaged: true });
}

function isList(resource: unknown): resource is readonly [string, readonly unknown[]] {
  return Array.isArray(resource) && 'isPaged' in resource;
}
