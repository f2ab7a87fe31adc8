import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { type Alert, alertListSchema } from '../answers/alert-list.js';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { foreignText } from '../text/foreign-text.js';
import { moment } from '../text/moment.js';
import { queryOf, withWindowOptions } from './filter-options.js';
import { parseLimit } from './parse-limit.js';

const FILTERS = [
  'from',
  'to',
  'timezone',
  'service',
  'team',
  'environment',
  'rule',
  'severity',
  'state',
] as const;

interface Options extends ApiAddress, Readonly<Partial<Record<(typeof FILTERS)[number], string>>> {
  readonly limit: number;
  readonly json?: true;
}

const LONGEST_TITLE = 200;
const LONGEST_NAME = 40;

export function defineAlertsList(alerts: Command, cli: Cli): void {
  const command = alerts
    .command('list')
    .description('lists the alerts that fired at any moment of a window, the latest first');
  withWindowOptions(command)
    .option('--timezone <name>', 'where days begin, such as Europe/Berlin; default: UTC')
    .option('--service <names>', 'only about these, separated by commas')
    .option('--team <names>', 'only of these, separated by commas')
    .option('--environment <names>', 'only about these, separated by commas; default: all')
    .option('--rule <names>', 'only of these rules, separated by commas')
    .addOption(new Option('--severity <which>', 'only these').choices(['page', 'notify']))
    .addOption(new Option('--state <which>', 'only these').choices(['firing', 'resolved']))
    .option('--limit <number>', 'at most so many', parseLimit, 100)
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (options: Options) => {
    const { output } = cli;
    const api = apiClient(options, cli);
    const query = { ...queryOf(FILTERS, options), limit: String(options.limit) };
    const answer = await api.get('/v1/alerts', query);
    if (options.json === true) {
      output.print(answer);
      return;
    }
    const { items, nextCursor } = api.read(alertListSchema, answer);
    output.print(items.length === 0 ? 'Nothing was raised in this window.' : tableOf(items));
    if (nextCursor !== null) output.note('There are more: see them with --limit.');
  });
}

function tableOf(alerts: readonly Alert[]): string {
  const table = new Table({
    head: ['Since', 'Until', 'Severity', 'What', 'Taken on by', 'Id'],
    style: { head: [], border: [] },
  });
  for (const { startedAt, resolvedAt, severity, title, acknowledged, id } of alerts) {
    table.push([
      moment(startedAt),
      resolvedAt === null ? 'firing' : moment(resolvedAt),
      severity,
      foreignText(title, LONGEST_TITLE),
      acknowledged === null ? '' : foreignText(acknowledged.by, LONGEST_NAME),
      id,
    ]);
  }
  return table.toString();
}
