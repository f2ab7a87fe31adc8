import { type Command, Option } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { metricsAnswerSchema } from '../metrics/metrics-answer.js';
import { metricsTable } from '../metrics/metrics-table.js';

interface Options extends ApiAddress {
  readonly json?: true;
  readonly from?: string;
  readonly to?: string;
  readonly interval?: string;
  readonly groupBy?: string;
  readonly timezone?: string;
  readonly definition?: string;
  readonly service?: readonly string[];
  readonly team?: readonly string[];
  readonly repository?: readonly string[];
  readonly environment?: readonly string[];
}

export function defineMetrics(program: Command, cli: Cli): void {
  const command = program
    .command('metrics')
    .description('how often, how fast and how reliably is delivered, as a table')
    .option('--from <date>', 'first day or moment; default: 90 days ago')
    .option('--to <date>', 'the first day or moment that is left out; default: now')
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
    .option('--timezone <name>', 'where days begin, such as Europe/Berlin; default: UTC')
    .option('--definition <id>', 'which definition of the metrics; default: dora')
    .option('--service <name...>', 'only these services')
    .option('--team <name...>', 'only these teams')
    .option('--repository <name...>', 'only these repositories')
    .option('--environment <name...>', 'only these environments; default: production')
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (options: Options) => {
    const api = apiClient(options, cli);
    const answer = await api.get('/v1/metrics', queryOf(options));
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

function queryOf(options: Options): Record<string, string | undefined> {
  const { from, to, interval, groupBy, timezone, definition } = options;
  return {
    ...{ from, to, interval, groupBy, timezone, definition },
    service: options.service?.join(','),
    team: options.team?.join(','),
    repository: options.repository?.join(','),
    environment: options.environment?.join(','),
  };
}
