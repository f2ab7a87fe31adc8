import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import {
  type QuarantineEntry,
  quarantineEntrySchema,
  wrongWith,
} from '../answers/quarantine-entry.js';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { foreignText } from '../text/foreign-text.js';
import { parseLimit } from './parse-limit.js';

interface Options extends ApiAddress {
  readonly limit: number;
  readonly state: 'open' | 'settled' | 'all';
  readonly json?: true;
}

const answerSchema = z.object({
  items: z.array(quarantineEntrySchema),
  nextCursor: z.string().nullish(),
});

const EMPTY: Readonly<Record<Options['state'], string>> = {
  open: 'The quarantine is empty.',
  settled: 'Nothing in quarantine was settled.',
  all: 'Nothing was ever in quarantine.',
};

export function defineQuarantineList(quarantine: Command, cli: Cli): void {
  const command = quarantine
    .command('list')
    .description('lists it, newest first, with what is wrong')
    .addOption(
      new Option('--state <state>', 'what is open, what somebody settled, or both')
        .choices(['open', 'settled', 'all'])
        .default('open'),
    )
    .option('--limit <number>', 'at most so many', parseLimit, 100)
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async ({ state, limit, json, ...options }: Options) => {
    const { output } = cli;
    const api = apiClient(options, cli);
    const answer = await api.get('/v1/quarantine', { state, limit: String(limit) });
    if (json === true) {
      output.print(answer);
      return;
    }
    const { items, nextCursor } = api.read(answerSchema, answer);
    output.print(items.length === 0 ? EMPTY[state] : tableOf(items));
    if (typeof nextCursor === 'string') output.note('There are more: see them with --limit.');
  });
}

const LONGEST_LINE = 500;

function tableOf(items: readonly QuarantineEntry[]): string {
  const table = new Table({
    head: ['Received', 'Source', 'Id', 'What is wrong'],
    style: { head: [], border: [] },
  });
  for (const item of items) {
    const wrong = wrongWith(item).map((line) => foreignText(line, LONGEST_LINE));
    table.push([item.receivedAt, item.source, item.id, wrong.join('\n')]);
  }
  return table.toString();
}
