import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { messageOf } from '../command-failure.js';
import { type AssistantWorld, createMcpServer } from './mcp-server.js';

/** Serves the assistant that started this process, until it closes our stdin. */
export async function serveOnStdio(stdin: Readable, world: AssistantWorld): Promise<void> {
  const connection = serveStdio(() => createMcpServer(world), {
    onerror: (error) => {
      world.note(messageOf(error));
    },
  });
  // However it ends, whoever asked is gone.
  await finished(stdin, { writable: false }).catch(() => undefined);
  await connection.close();
}
