import type { Command } from 'commander';
import { z } from 'zod';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { counted } from '../terminal/counted.js';
import { moment } from '../text/moment.js';

interface Options extends ApiAddress {
  readonly from?: string;
  readonly server?: true;
  readonly json?: true;
}

/** What `POST /v1/alerts/check` answers. */
const answerSchema = z.object({
  from: z.string(),
  to: z.string(),
  rules: z.array(
    z.object({
      name: z.string(),
      rule: z.string(),
      lookedAt: z.int(),
      episodes: z.array(
        z.object({
          severity: z.string(),
          startedAt: z.string(),
          endedAt: z.string().nullable(),
          title: z.string(),
        }),
      ),
    }),
  ),
});

type CheckedRule = z.output<typeof answerSchema>['rules'][number];

export function defineAlertsCheck(alerts: Command, cli: Cli): void {
  const command = alerts
    .command('check')
    .description(
      'reads the rules of throughline.yaml as a start would, and says when they would have raised alerts over what the platform has stored',
    )
    .option('--from <date>', 'since when; default, and the earliest: six months ago')
    .option('--server', 'check the rules that the platform was started with')
    .option('--json', 'print the platform’s answer as it is')
    .addHelpText('after', '\nNobody is told: what would have been raised is only listed.');
  withApiOptions(command, cli).action(async ({ from, server, json, ...address }: Options) => {
    const { environment, workingDirectory, output } = cli;
    // Only here: with it comes the whole of what a service is made of.
    const { readStatedRules } = await import('./stated-rules.js');
    const stated = server === true ? undefined : readStatedRules(environment, workingDirectory);
    const api = apiClient(address, cli);
    const answer = await api.ask('/v1/alerts/check', {
      ...(from === undefined ? {} : { from }),
      ...(stated === undefined ? {} : { alerts: stated }),
    });
    if (json === true) {
      output.print(answer);
      return;
    }
    const checked = api.read(answerSchema, answer);
    output.print(`From ${day(checked.from)} to ${day(checked.to)}:`);
    for (const rule of checked.rules) output.print(`\n${inWords(rule)}`);
    if (checked.rules.length === 0) output.print('There are no rules.');
  });
}

function inWords({ name, rule, lookedAt, episodes }: CheckedRule): string {
  const times = episodes.length === 0 ? 'never' : counted(episodes.length, 'time');
  const at = counted(lookedAt, 'place');
  return [
    `${name} (${rule}): ${times}, looking at ${at}`,
    ...episodes.map(
      ({ severity, startedAt, endedAt, title }) =>
        `  ${moment(startedAt)} – ${endedAt === null ? 'now' : moment(endedAt)}  ${severity}  ${title}`,
    ),
  ].join('\n');
}

function day(instant: string): string {
  return instant.slice(0, 10);
}
