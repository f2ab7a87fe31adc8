import { join } from 'node:path';
import { formatInstant } from '@throughline/events';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, parseUrl, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { WrongWords } from '../command-failure.js';
import { describeReceipt } from '../events/send-events.js';
import { parseSince } from '../git/since.js';
import {
  DEFAULT_GITHUB_PARTS,
  GITHUB_PARTS,
  githubHost,
  type GitHubPart,
  importGitHub,
} from '../hosts/github/import-github.js';
import { redeliver } from '../hosts/github/redeliver.js';
import { HostClient } from '../hosts/host-client.js';
import type { Imported } from '../hosts/import-pages.js';
import { counted } from '../terminal/counted.js';

interface Options extends ApiAddress {
  readonly api: string;
  readonly only: readonly GitHubPart[];
  readonly since?: number;
  readonly state?: string;
  readonly redeliver?: true;
  readonly hook?: number;
  readonly dryRun?: true;
  readonly json?: true;
}

export function defineImportGitHub(importing: Command, cli: Cli): void {
  const command = importing
    .command('github')
    .description(
      'what GitHub’s webhooks would have told: for before there were any, or while they failed',
    )
    .argument('<repository>', 'acme/shop; with --redeliver also an organisation')
    .addOption(
      new Option('--only <parts>', `comma-separated, of ${GITHUB_PARTS.join(', ')}`)
        .argParser(parseParts)
        .default(DEFAULT_GITHUB_PARTS, DEFAULT_GITHUB_PARTS.join(',')),
    )
    .option('--since <date>', 'leave out what has not changed since', parseSince)
    .option('--state <file>', 'where to keep how far it came; default: under .throughline')
    .option('--api <address>', 'of GitHub Enterprise Server', parseUrl, 'https://api.github.com')
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
    else await importRepository(repository, options, host, cli);
  });
}

type GitHubHost = ReturnType<typeof githubHost>;

async function importRepository(
  repository: string,
  options: Options,
  host: GitHubHost,
  cli: Cli,
): Promise<void> {
  const { output, workingDirectory } = cli;
  const file = `import-github-${repository.replaceAll('/', '-')}.json`;
  const done = await importGitHub(
    {
      repository,
      parts: options.only,
      since: sinceOf(options),
      stateFile: options.state ?? join(workingDirectory, '.throughline', file),
    },
    host,
    apiClient(options, cli),
    output,
  );
  if (options.json === true) output.printJson({ repository, ...done });
  else output.print(describe(repository, done));
}

async function redeliverFailed(
  owner: string,
  options: Options,
  host: GitHubHost,
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
    `${owner}: ${done.deliveries} deliveries kept, ${done.failed} never succeeded, ${asked}`,
  );
}

function describe(repository: string, done: Imported): string {
  const read = Object.entries(done.read).map(([part, count]) => `${count} ${part}`);
  const lines = [
    `${repository}: ${read.join(', ')} read: ${describeReceipt(done)}, ${done.ignored} of no interest`,
  ];
  if (done.unread.length === 0) return lines.join('\n');
  return [
    ...lines,
    `${counted(done.unread.length, 'thing')} could not be read and ${done.unread.length === 1 ? 'is' : 'are'} left out:`,
    ...done.unread.map((why) => `  ${why}`),
  ].join('\n');
}

function sinceOf({ since }: Options): string | undefined {
  return since === undefined ? undefined : formatInstant(since * 1000);
}

function tokenOf({ environment }: Cli): string {
  const token = environment['GITHUB_TOKEN'] || environment['GH_TOKEN'];
  if (token) return token;
  throw new WrongWords(
    'GITHUB_TOKEN is not set: make a token at GitHub that may read the repository, and set it',
  );
}

function parseParts(text: string): readonly GitHubPart[] {
  return text.split(',').map((name) => {
    const part = GITHUB_PARTS.find((one) => one === name.trim());
    if (part !== undefined) return part;
    throw new InvalidArgumentError(`"${name.trim()}" is none of ${GITHUB_PARTS.join(', ')}.`);
  });
}

function parseHook(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('write the number that GitHub shows in the address of its page.');
}
