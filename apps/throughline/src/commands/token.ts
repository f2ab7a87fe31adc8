import type { Scope } from '@throughline/service-kit';
import { type Command, Option } from 'commander';
import type { Cli } from '../cli.js';

const SCOPES = ['ingest', 'read', 'admin'] as const satisfies readonly Scope[];

interface Options {
  readonly name: string;
  readonly scope: readonly Scope[];
  readonly json?: true;
}

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
    .action(async ({ name, scope, json }: Options) => {
      const { createToken } = await import('@throughline/service-kit');
      const scopes = [...new Set(scope)];
      const { token, sha256 } = createToken(scopes);
      if (json === true) {
        output.printJson({ name, scopes, token, sha256 });
        return;
      }
      output.print(token);
      output.note('This is the only time it is shown. Put its hash into throughline.yaml:');
      output.note('');
      output.note('tokens:');
      output.note(
        `  - { name: ${JSON.stringify(name)}, sha256: ${JSON.stringify(sha256)}, scopes: [${scopes.join(', ')}] }`,
      );
    });
}
