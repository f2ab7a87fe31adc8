import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isTimezone } from '@throughline/dora';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, parseUrl, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { CommandFailure, messageOf, WrongWords } from '../command-failure.js';
import { digestDocument } from '../digest/digest-document.js';
import { htmlOf } from '../digest/html.js';
import { type IsoWeek, lastWholeWeek, readIsoWeek } from '../digest/iso-week.js';
import { markdownOf } from '../digest/markdown.js';
import { readDigest } from '../digest/read-digest.js';
import { queryOf, SCOPE, type ScopeOptions, withScopeOptions } from './filter-options.js';

interface Options extends ApiAddress, ScopeOptions {
  readonly week?: IsoWeek;
  readonly format: 'markdown' | 'html';
  readonly out?: string;
  readonly dashboardUrl?: string;
}

export function defineDigest(program: Command, cli: Cli): void {
  const command = program
    .command('digest')
    .description('what a week was like, to mail or post: numbers, changes, failures, what is open')
    .option('--week <week>', 'such as 2026-W46; default: the last one that is over', parseWeek);
  withScopeOptions(command)
    .addOption(
      new Option('--format <name>', 'html is one file that mails show too')
        .choices(['markdown', 'html'])
        .default('markdown'),
    )
    .option('--out <file>', 'where to write it; default: stdout')
    .option('--dashboard-url <address>', 'where its links lead; default: that of --url', parseUrl);
  withApiOptions(command, cli).action(async (options: Options) => {
    const api = apiClient(options, cli);
    const question = { week: weekOf(options), scope: queryOf(SCOPE, options) };
    const data = await readDigest(api, question);
    const document = digestDocument(data, question, options.dashboardUrl ?? options.url);
    const text = options.format === 'html' ? htmlOf(document) : markdownOf(document);
    if (options.out === undefined) cli.output.print(text.trimEnd());
    else await write(resolve(cli.workingDirectory, options.out), text);
  });
}

function weekOf({ week, timezone = 'UTC' }: Options): IsoWeek {
  if (!isTimezone(timezone)) {
    throw new WrongWords(`--timezone: "${timezone}" is no time zone such as Europe/Berlin`);
  }
  return week ?? lastWholeWeek(Date.now(), timezone);
}

function parseWeek(text: string): IsoWeek {
  const week = readIsoWeek(text);
  if (week === undefined) throw new InvalidArgumentError('write a week of ISO 8601: 2026-W46.');
  return week;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new CommandFailure(`${file} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}
