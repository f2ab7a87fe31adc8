import Table from 'cli-table3';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { parseLimit } from './parse-limit.js';

interface Options extends ApiAddress {
  readonly limit: number;
  readonly json?: true;
}

/** What `GET /v1/quarantine` answers; only what the table shows of it. */
const answerSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      receivedAt: z.string(),
      source: z.string(),
      reason: z.object({ message: z.string() }),
      faults: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
    }),
  ),
  nextCursor: z.string().nullish(),
});

type QuarantinedItem = z.output<typeof answerSchema>['items'][number];

export function defineQuarantine(program: Command, cli: Cli): void {
  const command = program
    .command('quarantine')
    .description('what was sent and could not be used')
    .command('list')
    .description('lists it, newest first, with what is wrong')
    .option('--limit <number>', 'at most so many', parseLimit, 100)
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (options: Options) => {
    const { output } = cli;
    const api = apiClient(options, cli);
    const answer = await api.get('/v1/quarantine', { limit: String(options.limit) });
    if (options.json === true) {
      output.print(answer);
      return;
    }
    const { items, nextCursor } = api.read(answerSchema, answer);
    output.print(items.length === 0 ? 'The quarantine is empty.' : tableOf(items));
    if (typeof nextCursor === 'string') output.note('There are more: see them with --limit.');
  });
}

function tableOf(items: readonly QuarantinedItem[]): string {
  const table = new Table({
    head: ['Received', 'Source', 'Id', 'What is wrong'],
    style: { head: [], border: [] },
  });
  for (const { receivedAt, source, id, reason, faults } of items) {
    const wrong = faults.map(({ path, message }) => `${path} ${message}`.trim());
    // The reason's message is the faults' in one line; each by itself is easier to read.
    table.push([receivedAt, source, id, (wrong.length > 0 ? wrong : [reason.message]).join('\n')]);
  }
  return table.toString();
}
