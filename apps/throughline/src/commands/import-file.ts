import { type Command, Option } from 'commander';
import { ApiFailure } from '../api/api-failure.js';
import type { ApiAddress, Receipt } from '../api/api-client.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { CommandFailure } from '../command-failure.js';
import { describeReceipt, sendEvents } from '../events/send-events.js';
import type { EventText } from '../files/event-text.js';
import { counted } from '../terminal/counted.js';
import { readEvents, STANDARD_INPUT } from '../files/read-events.js';

interface Options extends ApiAddress {
  readonly invalid: 'refuse' | 'quarantine';
  readonly json?: true;
}

export function defineImportFile(importing: Command, cli: Cli): void {
  const command = importing
    .command('file')
    .description('events from files: NDJSON or a JSON array, also gzipped')
    .argument('<file...>', `the files; ${STANDARD_INPUT} is standard input`)
    .addOption(
      new Option('--invalid <what>', 'what becomes of events that are invalid')
        .choices(['refuse', 'quarantine'])
        .default('refuse'),
    )
    .option('--json', 'print what was done as JSON');
  withApiOptions(command, cli).action(async (files: readonly string[], options: Options) => {
    const { output, stdin } = cli;
    const receipt = await sendEvents(apiClient(options, cli), readAll(files, stdin), {
      progress: output.progress('events', undefined),
      quarantineInvalid: options.invalid === 'quarantine',
      refused: (error, batch, before) => refusal(error, batch, before, cli),
    });
    if (options.json === true) output.printJson(receipt);
    else output.print(describeReceipt(receipt));
  });
}

async function* readAll(files: readonly string[], stdin: Cli['stdin']): AsyncGenerator<EventText> {
  for (const file of files) yield* readEvents(file, stdin);
}

/** Says of each fault in which line of which file it is; the platform only knows its place in the batch. */
function refusal(
  error: unknown,
  batch: readonly EventText[],
  before: Receipt,
  { output }: Cli,
): unknown {
  if (!(error instanceof ApiFailure) || error.problem.faults.length === 0) return error;
  const { faults } = error.problem;
  for (const { index, path, code, message } of faults) {
    const place = index === undefined ? '' : (batch[index]?.place ?? '');
    // The platform counts the lines of the request, which are not those of the file.
    const what = message.replace(/^line \d+: /, '');
    const words = [place === '' ? '' : `${place}:`, path, what, code === '' ? '' : `(${code})`];
    output.note(words.filter((word) => word !== '').join(' '));
  }
  const first = batch[0]?.place ?? '';
  return new CommandFailure(
    `${counted(faults.length, 'fault')}, so nothing from ${first} on was kept (before it: ${describeReceipt(before)}); ` +
      'mend them and import again, or keep the valid events with --invalid quarantine',
  );
}
