import { type Command, InvalidArgumentError } from 'commander';
import { withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { WrongWords } from '../command-failure.js';
import {
  DEFAULT_GITHUB_PARTS,
  GITHUB_PARTS,
  githubHost,
  githubImport,
} from '../hosts/github/import-github.js';
import { redeliver } from '../hosts/github/redeliver.js';
import { type Host, HostClient } from '../hosts/host-client.js';
import {
  type HostImportOptions,
  importRepository,
  sinceOf,
  withHostImportOptions,
} from './import-host.js';

interface Options extends HostImportOptions {
  readonly redeliver?: true;
  readonly hook?: number;
  readonly dryRun?: true;
}

export function defineImportGitHub(importing: Command, cli: Cli): void {
  const command = importing
    .command('github')
    .description(
      'what GitHub’s webhooks would have told: for before there were any, or while they failed',
    )
    .argument('<repository>', 'acme/shop; with --redeliver also an organisation');
  withHostImportOptions(command, {
    parts: GITHUB_PARTS,
    defaultParts: DEFAULT_GITHUB_PARTS,
    api: 'https://api.github.com',
    ownHost: 'GitHub Enterprise Server',
  })
    .option('--redeliver', 'import nothing: ask GitHub to deliver again what failed')
    .option(
      '--hook <id>',
      'the webhook, where its address does not tell that it is ours',
      parseHook,
    )
    .option('--dry-run', 'with --redeliver: only say what would be asked for')
    .option('--json', 'print what was done as JSON')
    .addHelpText('after', '\nThe token is read from GITHUB_TOKEN or GH_TOKEN.');
  withApiOptions(command, cli).action(async (repository: string, options: Options) => {
    const host = githubHost(options.api, tokenOf(cli));
    if (options.redeliver === true) await redeliverFailed(repository, options, host, cli);
    else await importRepository(githubImport(host), repository, options, cli);
  });
}

async function redeliverFailed(
  owner: string,
  options: Options,
  host: Host,
  { output }: Cli,
): Promise<void> {
  const dryRun = options.dryRun === true;
  const client = new HostClient(host, {
    note: (line) => {
      output.note(line);
    },
  });
  const done = await redeliver(client, {
    ...{ owner, dryRun, hook: options.hook, since: sinceOf(options) },
  });
  if (options.json === true) {
    output.printJson({ owner, ...done });
    return;
  }
  const asked = dryRun ? 'none asked for (--dry-run)' : `${done.askedAgain} asked for again`;
  output.print(
    [
      `${owner}: ${done.deliveries} deliveries kept, ${done.failed} never succeeded, ${asked}`,
      ...done.withheld.map((why) => `  not again: ${why}`),
    ].join('\n'),
  );
}

function tokenOf({ environment }: Cli): string {
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (token) return token;
  throw new WrongWords(
    'GITHUB_TOKEN is not set: make a token at GitHub that may read the repository, and set it',
  );
}

function parseHook(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('write the number that GitHub shows in the address of its page.');
}
