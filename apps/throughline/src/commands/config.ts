import type { Command } from 'commander';
import type { Cli } from '../cli.js';

interface Options {
  readonly json?: true;
}

export function defineConfig(program: Command, cli: Cli): void {
  program
    .command('config')
    .description('the configuration')
    .command('check')
    .description('reads it as a start would, and says what it means')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: Options) => {
      // Only here: with it comes the whole of what a service is made of.
      const { checkConfiguration } = await import('./config-check.js');
      checkConfiguration(cli, json === true);
    });
}
