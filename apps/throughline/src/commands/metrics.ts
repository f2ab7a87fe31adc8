import { type Command, Option } from 'commander';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { metricsAnswerSchema } from '../metrics/metrics-answer.js';
import { metricsTable } from '../metrics/metrics-table.js';

interface Options extends ApiAddress, Readonly<Partial<Record<Parameter, string>>> {
  readonly json?: true;
}

/** What the command passes on as it is: the platform knows best what it takes. */
const PARAMETERS = [
  'from',
  'to',
  'interval',
  'groupBy',
  'timezone',
  'definition',
  'service',
  'team',
  'repository',
  'environment',
  'compare',
] as const;

type Parameter = (typeof PARAMETERS)[number];

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
    .option('--service <names>', 'only these, separated by commas')
    .option('--team <names>', 'only these, separated by commas')
    .option('--repository <names>', 'only these, separated by commas')
    .option('--environment <names>', 'only these, separated by commas; default: production')
    .addOption(
      new Option('--compare <with>', 'what changed since, as far as chance allows to say').choices([
        'previous',
      ]),
    )
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (options: Options) => {
    const api = apiClient(options, cli);
    const query = Object.fromEntries(PARAMETERS.map((name) => [name, options[name]]));
    const answer = await api.get('/v1/metrics', query);
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
