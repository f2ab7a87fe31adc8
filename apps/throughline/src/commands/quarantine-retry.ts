import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  isUnread,
  type QuarantineDetail,
  quarantineDetailSchema,
  wrongWith,
} from '../answers/quarantine-entry.js';
import type { ApiAddress, ApiClient, Receipt } from '../api/api-client.js';
import { ApiFailure } from '../api/api-failure.js';
import { apiClient, withApiOptions } from '../api/api-options.js';
import type { Cli } from '../cli.js';
import { CommandFailure, messageOf, WrongWords } from '../command-failure.js';
import { describeReceipt } from '../events/send-events.js';
import { readDraft, writeDraft } from '../quarantine/draft.js';
import { editText } from '../quarantine/edit-text.js';
import { readablePayload } from '../quarantine/payload.js';

interface Options extends ApiAddress {
  readonly edit?: true;
  readonly file?: string;
  readonly by?: string;
  readonly json?: true;
}

export function defineQuarantineRetry(quarantine: Command, cli: Cli): void {
  const command = quarantine
    .command('retry <id>')
    .description('sends an entry again, as it is or mended, and settles it')
    .option('--edit', 'open it in $EDITOR first, and again while something is wrong')
    .option('--file <file>', 'send what is in this file in its place')
    .option('--by <name>', 'who does it, to be shown with the entry')
    .option('--json', 'print the platform’s answer as JSON');
  withApiOptions(command, cli).action(async (id: string, options: Options) => {
    if (options.edit === true && options.file !== undefined) {
      throw new WrongWords('--edit and --file are two ways to say what is to be sent: use one');
    }
    const retry = new Retry(apiClient(options, cli), cli, id, options.by);
    const receipt = await retry.run(options);
    if (options.json === true) cli.output.printJson(receipt);
    else cli.output.print(`Sent again and settled: ${describeReceipt(receipt)}`);
  });
}

class Retry {
  constructor(
    private readonly api: ApiClient,
    private readonly cli: Cli,
    private readonly id: string,
    private readonly by: string | undefined,
  ) {}

  async run({ edit, file }: Pick<Options, 'edit' | 'file'>): Promise<Receipt> {
    if (file !== undefined) return this.send(await this.read(file));
    const path = `/v1/quarantine/${encodeURIComponent(this.id)}`;
    const entry = this.api.read(quarantineDetailSchema, await this.api.get(path, {}));
    const text = readablePayload(entry);
    if (text === undefined) {
      throw new CommandFailure(
        'what was sent is no text: say with --file what to send in its place',
      );
    }
    if (edit === true) return this.edit(entry, text);
    return this.send(text, isUnread(entry) ? entry.source : undefined);
  }

  /** As long as something is wrong with what was saved, it is opened again with that. */
  private async edit(entry: QuarantineDetail, sent: string): Promise<Receipt> {
    let text = sent;
    let wrong = wrongWith(entry);
    for (;;) {
      const saved = readDraft(await editText(writeDraft(text, wrong), this.cli));
      if (saved === '' || saved === text.trim()) {
        throw new CommandFailure('nothing was changed, so nothing was sent');
      }
      try {
        return await this.send(saved);
      } catch (error) {
        if (!(error instanceof ApiFailure) || error.status !== 400) throw error;
        text = saved;
        wrong = faultsOf(error);
        for (const fault of wrong) this.cli.output.note(fault);
      }
    }
  }

  private send(text: string, source?: string): Promise<Receipt> {
    return this.api.sendQuarantinedAgain(this.id, text, { by: this.by, source });
  }

  private async read(file: string): Promise<string> {
    try {
      return await readFile(resolve(this.cli.workingDirectory, file), 'utf8');
    } catch (error) {
      throw new CommandFailure(`${file} cannot be read: ${messageOf(error)}`, { cause: error });
    }
  }
}

function faultsOf({ message, problem }: ApiFailure): readonly string[] {
  if (problem.faults.length === 0) return [message];
  return problem.faults.map(({ path, message }) => `${path} ${message}`.trim());
}
