import { type Command } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { counted } from '../terminal/counted.js';
import { importHistory } from '../git/import-history.js';
import { parseSince } from '../git/since.js';
import { describeReceipt } from '../events/send-events.js';

interface Options extends ApiAddress {
  readonly service: string;
  readonly environment: string;
  readonly tags?: readonly string[];
  readonly repository?: string;
  readonly since?: number;
  readonly json?: true;
}

export function defineImportGit(importing: Command, cli: Cli): void {
  const command = importing
    .command('git')
    .description('a repository’s history: its commits, and its tags as deployments')
    .argument('<path>', 'a clone with its whole history')
    .requiredOption('--service <name>', 'the service that the tags deploy')
    .option('--environment <name>', 'the environment that they deploy it to', 'production')
    .option(
      '--tags <pattern>',
      'which tags are deployments, as `git tag --list` matches; may be given again (default: "v*")',
      (pattern: string, before: readonly string[] | undefined) => [...(before ?? []), pattern],
    )
    .option('--repository <name>', 'default: after the origin, else the folder’s name')
    .option('--since <date>', 'leave out what was committed or tagged before', parseSince)
    .option('--json', 'print what was done as JSON');
  withApiOptions(command, cli).action(async (path: string, options: Options) => {
    const { output } = cli;
    const done = await importHistory(
      { tags: ['v*'], ...options, path },
      apiClient(options, cli),
      cli,
    );
    if (options.json === true) {
      output.printJson(done);
      return;
    }
    output.print(
      `${done.repository}: ${counted(done.commits, 'commit')} and ${counted(done.deployments, 'deployment')} sent: ${describeReceipt(done)}`,
    );
    if (done.firstDeployment === null) return;
    output.print(
      `See them: throughline metrics --service ${options.service} --environment ${options.environment}` +
        ` --from ${done.firstDeployment.slice(0, 10)}`,
    );
  });
}
