import type { Command } from 'commander';
import {
  isUnread,
  type QuarantineDetail,
  quarantineDetailSchema,
  wrongWith,
} from '../answers/quarantine-entry.js';
import type { ApiAddress } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { readablePayload } from '../quarantine/payload.js';
import { foreignText } from '../text/foreign-text.js';

interface Options extends ApiAddress {
  readonly json?: true;
}

const LONGEST_LINE = 2000;

const line = (text: string): string => foreignText(text, LONGEST_LINE);

export function defineQuarantineShow(quarantine: Command, cli: Cli): void {
  const command = quarantine
    .command('show <id>')
    .description('shows an entry: what is wrong with it, and what was sent')
    .option('--json', 'print the platform’s answer as it is');
  withApiOptions(command, cli).action(async (id: string, options: Options) => {
    const { output } = cli;
    const api = apiClient(options, cli);
    const answer = await api.get(`/v1/quarantine/${encodeURIComponent(id)}`, {});
    if (options.json === true) output.print(answer);
    else output.print(inWords(api.read(quarantineDetailSchema, answer)).join('\n'));
  });
}

function inWords(entry: QuarantineDetail): readonly string[] {
  const { id, receivedAt, source } = entry;
  return [
    `${line(id)}, from ${line(source)}, received ${receivedAt}`,
    settledInWords(entry),
    '',
    'What is wrong:',
    ...wrongWith(entry).map((wrong) => `  ${line(wrong)}`),
    '',
    'What was sent:',
    ...(readablePayload(entry)?.split('\n').map(indentedLine) ?? [
      `  no text; as base64: ${line(entry.payload)}`,
    ]),
  ];
}

/** Foreign text is trimmed; the indentation is our own. */
function indentedLine(text: string): string {
  const [indentation = ''] = /^ */.exec(text) ?? [];
  return indentation + line(text);
}

function settledInWords(entry: QuarantineDetail): string {
  const { id, settled } = entry;
  if (settled === null) {
    const retry = `throughline quarantine retry ${line(id)}`;
    return isUnread(entry)
      ? `Open: mend the expression, then \`${retry}\` reads it again; with --edit you write the events yourself.`
      : `Open: \`${retry} --edit\` mends it and sends it again.`;
  }
  const { at, how, by, reason } = settled;
  const who = by === null ? '' : ` by ${line(by)}`;
  const why = reason === null ? '' : `: ${line(reason)}`;
  return `${how === 'discarded' ? 'Discarded' : 'Sent again'} ${at}${who}${why}`;
}
