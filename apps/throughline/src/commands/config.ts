import type { Command } from 'commander';
import type { Cli } from '../cli.js';

interface Options {
  readonly json?: true;
}

export function defineConfig(
  program: Command,
  { environment, workingDirectory, output }: Cli,
): void {
  program
    .command('config')
    .description('the configuration')
    .command('check')
    .description('reads it as a start would, and says what it means')
    .option('--json', 'print it as JSON')
    .action(async ({ json }: Options) => {
      const { describeConfiguration, loadConfiguration } = await import('@throughline/service-kit');
      const configuration = loadConfiguration({ variables: environment, workingDirectory });
      const sentences = describeConfiguration(configuration);
      if (json === true) output.printJson({ file: configuration.file ?? null, meaning: sentences });
      else output.print(sentences.join('\n'));
    });
}
