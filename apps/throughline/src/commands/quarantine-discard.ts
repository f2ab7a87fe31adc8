import type { Command } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';

interface Options extends ApiAddress {
  readonly reason: string;
  readonly by?: string;
}

export function defineQuarantineDiscard(quarantine: Command, cli: Cli): void {
  const command = quarantine
    .command('discard <id>')
    .description('settles an entry without sending anything in its place')
    .requiredOption('--reason <text>', 'why, for whoever asks later')
    .option('--by <name>', 'who does it, to be shown with the entry');
  withApiOptions(command, cli).action(async (id: string, options: Options) => {
    await apiClient(options, cli).discardQuarantined(id, options.reason, options.by);
    cli.output.print('Discarded.');
  });
}
