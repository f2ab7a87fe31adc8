import type { Command } from 'commander';
import type { Cli } from '../cli.js';

interface Options {
  readonly json?: true;
}

export function defineMigrate(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .description('brings the store to the schema of this version; every start does it too')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: Options) => {
      // Only here: with it comes the engine.
      const { migrateStore } = await import('./migrate-store.js');
      const { database, applied } = await migrateStore(cli);
      if (json === true) cli.output.printJson({ database, applied });
      else if (applied.length === 0) cli.output.print(`${database}: nothing to do`);
      else cli.output.print(`${database}: applied ${applied.join(', ')}`);
    });
}
