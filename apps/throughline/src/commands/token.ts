import type { Scope } from '@throughline/service-kit';
import { type Command, Option } from 'commander';
import type { Cli } from '../cli.js';
import type { NewToken } from './token-create.js';

const SCOPES = ['ingest', 'read', 'respond', 'admin'] as const satisfies readonly Scope[];

export function defineToken(program: Command, { output }: Cli): void {
  program
    .command('token')
    .description('tokens for the API')
    .command('create')
    .description('makes a token; the platform only ever keeps its hash')
    .requiredOption('--name <name>', 'who will use it; for people and logs')
    .addOption(
      new Option('--scope <scope...>', 'what it may do').choices(SCOPES).makeOptionMandatory(),
    )
    .option('--json', 'print it as JSON')
    .action(async (options: NewToken) => {
      // Only here: with it comes the whole of what a service is made of.
      const { printNewToken } = await import('./token-create.js');
      printNewToken(options, output);
    });
}
