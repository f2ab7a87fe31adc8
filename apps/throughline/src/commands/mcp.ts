import { once } from 'node:events';
import type { Command } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import type { AssistantWorld } from '../mcp/mcp-server.js';
import { parsePort } from './port.js';

interface Options extends ApiAddress {
  readonly http?: true;
  readonly port: number;
}

const DEFAULT_PORT = 4681;

/** An assistant waits, and can ask again itself. */
const QUESTION_TRIES = 2;

export function defineMcp(program: Command, cli: Cli): void {
  const command = program
    .command('mcp')
    .description('answers assistants about the metrics (Model Context Protocol), on stdio')
    .option('--http', 'serve streamable HTTP at /mcp on this machine instead of stdio')
    .option('--port <number>', 'with --http', parsePort, DEFAULT_PORT)
    .addHelpText(
      'after',
      '\nAn assistant starts it and talks to its stdin and stdout; see docs/outlets.md for what to configure.\nAll tools only read. A token needs the scope read.',
    );
  withApiOptions(command, cli).action(async (options: Options) => {
    const world = worldOf(options, cli);
    if (options.http !== true) {
      const { serveOnStdio } = await import('../mcp/serve-stdio.js');
      await serveOnStdio(cli.stdin, world);
      return;
    }
    const { serveOnHttp } = await import('../mcp/serve-http.js');
    const server = await serveOnHttp(options.port, world);
    cli.output.note(`MCP is served at ${server.url}; Ctrl-C stops it`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await server.close();
  });
}

function worldOf(options: ApiAddress, cli: Cli): AssistantWorld {
  return {
    api: (signal) => apiClient(options, cli, { signal, tries: QUESTION_TRIES }),
    note: (text) => {
      cli.output.note(text);
    },
  };
}
