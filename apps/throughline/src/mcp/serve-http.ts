import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMcpHandler } from '@modelcontextprotocol/server';
import {
  localhostHostValidation,
  localhostOriginValidation,
  toNodeHandler,
} from '@modelcontextprotocol/node';
import { messageOf } from '../command-failure.js';
import { type AssistantWorld, createMcpServer } from './mcp-server.js';

const PATH = '/mcp';

/** A question is a few hundred bytes. */
const LARGEST_REQUEST_BYTES = 256 * 1024;

export interface McpHttpServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves assistants on this machine by streamable HTTP, without a session. It listens on loopback
 * only, and answers 403 to a request whose `Host` or `Origin` is not this machine's: else a web page
 * could ask through its reader's browser (DNS rebinding), as the MCP specification warns.
 */
export async function serveOnHttp(port: number, world: AssistantWorld): Promise<McpHttpServer> {
  const onerror = (error: Error) => {
    world.note(messageOf(error));
  };
  const handler = createMcpHandler(() => createMcpServer(world), {
    onerror,
    maxRequestBodySize: LARGEST_REQUEST_BYTES,
  });
  const handle = toNodeHandler(handler, { onerror, maxRequestBodySize: LARGEST_REQUEST_BYTES });
  const guards = [localhostHostValidation(), localhostOriginValidation()];
  const server = createServer((request, response) => {
    if (!guards.every((guard) => guard(request, response))) return;
    if (isElsewhere(request)) notFound(response);
    else void handle(request, response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      await handler.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function isElsewhere({ url = '' }: IncomingMessage): boolean {
  return url.split('?', 1)[0] !== PATH;
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end(`MCP is served at ${PATH}\n`);
}
