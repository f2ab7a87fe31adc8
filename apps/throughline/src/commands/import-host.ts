import { join } from 'node:path';
import { formatInstant } from '@throughline/events';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, parseUrl } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { describeReceipt } from '../events/send-events.js';
import { parseSince } from '../git/since.js';
import { type ImportableHost, importFrom } from '../hosts/import-from.js';
import type { Imported } from '../hosts/import-pages.js';
import { counted } from '../terminal/counted.js';

/** What the imports from all hosts of repositories are asked alike. */
export interface HostImportOptions extends ApiAddress {
  readonly api: string;
  readonly only: readonly string[];
  /** Unix seconds. */
  readonly since?: number;
  readonly state?: string;
  readonly json?: true;
}

export interface HostChoices {
  readonly parts: readonly string[];
  readonly defaultParts: readonly string[];
  /** The address of the API that everybody shares. */
  readonly api: string;
  /** Whose address is given with `--api`. */
  readonly ownHost: string;
}

export function withHostImportOptions(
  command: Command,
  { parts, defaultParts, api, ownHost }: HostChoices,
): Command {
  return command
    .addOption(
      new Option('--only <parts>', `comma-separated, of ${parts.join(', ')}`)
        .argParser((text) => parseParts(text, parts))
        .default(defaultParts, defaultParts.join(',')),
    )
    .option('--since <date>', 'leave out what has not changed since', parseSince)
    .option('--state <file>', 'where to keep how far it came; default: under .throughline')
    .option('--api <address>', `of ${ownHost}`, parseUrl, api);
}

/** Imports what was asked for, and says what became of it. */
export async function importRepository(
  importable: ImportableHost,
  repository: string,
  options: HostImportOptions,
  cli: Cli,
): Promise<void> {
  const { output, workingDirectory } = cli;
  const file = `import-${importable.source}-${repository.replaceAll('/', '-')}.json`;
  const asked = {
    repository,
    parts: options.only,
    since: sinceOf(options),
    platform: options.url,
    stateFile: options.state ?? join(workingDirectory, '.throughline', file),
  };
  const done = await importFrom(importable, asked, apiClient(options, cli), output);
  if (options.json === true) output.printJson({ repository, ...done });
  else output.print(describe(repository, done));
}

/** RFC 3339. */
export function sinceOf({ since }: HostImportOptions): string | undefined {
  return since === undefined ? undefined : formatInstant(since * 1000);
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

function parseParts(text: string, parts: readonly string[]): readonly string[] {
  return text.split(',').map((name) => {
    if (parts.includes(name.trim())) return name.trim();
    throw new InvalidArgumentError(`"${name.trim()}" is none of ${parts.join(', ')}.`);
  });
}
