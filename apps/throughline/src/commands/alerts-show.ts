import type { Command } from 'commander';
import { type AlertDetail, alertDetailSchema } from '../answers/alert-list.js';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { evidenceInWords } from '../metrics/evidence-words.js';
import { counted } from '../terminal/counted.js';
import { foreignText } from '../text/foreign-text.js';
import { moment } from '../text/moment.js';

interface Options extends ApiAddress {
  readonly json?: true;
}

const LONGEST_LINE = 500;

const line = (text: string): string => foreignText(text, LONGEST_LINE);

export function defineAlertsShow(alerts: Command, cli: Cli): void {
  const command = alerts
    .command('show <id>')
    .description('says why an alert was raised, what it rests on and who was told')
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (id: string, options: Options) => {
    const { output } = cli;
    const api = apiClient(options, cli);
    const answer = await api.get(`/v1/alerts/${encodeURIComponent(id)}`, {});
    if (options.json === true) output.print(answer);
    else output.print(inWords(api.read(alertDetailSchema, answer)).join('\n'));
  });
}

function inWords(alert: AlertDetail): readonly string[] {
  const { evidence, deliveries, runbookUrl } = alert;
  return [
    line(alert.title),
    `${alert.severity}, ${lifeOf(alert)}, by the rule ${line(alert.rule)} (${alert.kind})`,
    takenOn(alert),
    '',
    ...alert.explanation.map(line),
    ...section('Numbers', evidence.numbers.map(evidenceInWords)),
    ...section('Deployments', evidence.deployments.map(deploymentInWords)),
    ...section('Told', deliveries.map(deliveryInWords)),
    ...(runbookUrl === null ? [] : ['', `Runbook: ${line(runbookUrl)}`]),
  ];
}

function lifeOf({ startedAt, resolvedAt, resolution }: AlertDetail): string {
  return resolvedAt === null
    ? `firing since ${moment(startedAt)}`
    : `from ${moment(startedAt)} to ${moment(resolvedAt)} (${resolution ?? 'resolved'})`;
}

function takenOn({ acknowledged }: AlertDetail): string {
  if (acknowledged === null) return 'Nobody has taken it on.';
  const { by, at, note } = acknowledged;
  return `Taken on by ${line(by)}, ${moment(at)}${note === null ? '' : `: ${line(note)}`}`;
}

function deploymentInWords({
  id,
  finishedAt,
  failed,
  reasons,
}: AlertDetail['evidence']['deployments'][number]): string {
  const became = failed ? `failed (${reasons.join(', ')})` : 'clean';
  return `${moment(finishedAt)}  ${line(id)}  ${became}`;
}

function deliveryInWords({
  action,
  receiver,
  state,
  attempts,
  lastError,
}: AlertDetail['deliveries'][number]): string {
  const error = lastError === null || state === 'delivered' ? '' : `: ${line(lastError)}`;
  return `${line(receiver)}  ${action}  ${state} after ${counted(attempts, 'attempt')}${error}`;
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${heading}:`, ...lines.map((text) => `  ${text}`)];
}
