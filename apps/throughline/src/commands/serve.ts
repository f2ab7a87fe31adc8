import type { Command } from 'commander';
import type { Cli } from '../cli.js';
import { CommandFailure } from '../command-failure.js';
import { parsePort } from './port.js';

interface Options {
  readonly host?: string;
  readonly port?: number;
  readonly dataDir?: string;
}

export function defineServe(program: Command, { environment, output, startPlatform }: Cli): void {
  program
    .command('serve')
    .description('runs the whole platform in this process until it is told to stop')
    .option('--host <address>', 'where to listen; default: THROUGHLINE_HOST, else 127.0.0.1')
    .option('--port <number>', 'default: THROUGHLINE_PORT, else 4680', parsePort)
    .option('--data-dir <folder>', 'default: THROUGHLINE_DATA_DIR, else .throughline')
    .action(async ({ host, port, dataDir }: Options) => {
      const platform = await startPlatform({ environment, host, port, dataDirectory: dataDir });
      output.note(`Throughline is at ${platform.url}; Ctrl-C stops it`);
      const exitCode = await platform.finished;
      if (exitCode !== 0)
        throw new CommandFailure('the platform did not stop cleanly; its log says why');
    });
}
