import { type Command, Option } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { metricsAnswerSchema } from '../metrics/metrics-answer.js';
import { metricsTable } from '../metrics/metrics-table.js';
import { FILTERS, queryOf, withScopeOptions, withWindowOptions } from './filter-options.js';

interface Options extends ApiAddress, Readonly<Partial<Record<Parameter, string>>> {
  readonly json?: true;
}

const PARAMETERS = [...FILTERS, 'interval', 'groupBy', 'compare'] as const;

type Parameter = (typeof PARAMETERS)[number];

export function defineMetrics(program: Command, cli: Cli): void {
  const command = program
    .command('metrics')
    .description('how often, how fast and how reliably is delivered, as a table');
  withScopeOptions(withWindowOptions(command))
    .addOption(
      new Option('--interval <length>', 'a row for each').choices([
        'none',
        'day',
        'week',
        'month',
        'quarter',
      ]),
    )
    .addOption(
      new Option('--group-by <what>', 'a row for each').choices([
        'none',
        'service',
        'team',
        'repository',
        'environment',
      ]),
    )
    .addOption(
      new Option('--compare <with>', 'what changed since, as far as chance allows to say').choices([
        'previous',
      ]),
    )
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (options: Options) => {
    const api = apiClient(options, cli);
    const answer = await api.get('/v1/metrics', queryOf(PARAMETERS, options));
    const { output } = cli;
    if (options.json === true) {
      output.print(answer);
      return;
    }
    const metrics = api.read(metricsAnswerSchema, answer);
    if (metrics.rows.length === 0) output.print('Nothing was deployed in this window.');
    else output.print(metricsTable(metrics, output.width));
  });
}
