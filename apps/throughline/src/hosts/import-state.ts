import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { CommandFailure, systemCodeOf } from '../command-failure.js';

const stateSchema = z.object({
  question: z.string(),
  parts: z.record(z.string(), z.object({ next: z.string().nullable() })),
});

type State = z.output<typeof stateSchema>;

/**
 * How far an import came, in a file: one that was ended in the middle goes on with the page after the last
 * one whose events are durable. A file about another question is begun anew.
 */
export class ImportState {
  private constructor(
    private readonly file: string,
    private readonly state: State,
  ) {}

  /** @param question equal for the same import, whenever it is run */
  static async open(file: string, question: string): Promise<ImportState> {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return undefined;
      throw new CommandFailure(`${file} cannot be read: name another with --state`, {
        cause: error,
      });
    });
    const stored = text === undefined ? undefined : parse(text);
    const isSame = stored?.question === question;
    return new ImportState(file, isSame ? stored : { question, parts: {} });
  }

  get isBegun(): boolean {
    return Object.keys(this.state.parts).length > 0;
  }

  /** The page to go on with; `undefined` where the part is done. */
  pageOf(part: string, firstPage: string): string | undefined {
    const reached = this.state.parts[part];
    return reached === undefined ? firstPage : (reached.next ?? undefined);
  }

  /** @param next the page to go on with; `undefined`: the part is done */
  async reach(part: string, next: string | undefined): Promise<void> {
    this.state.parts[part] = { next: next ?? null };
    await mkdir(dirname(this.file), { recursive: true });
    // A file that is half written must not be all that is left of it.
    await writeFile(`${this.file}.new`, JSON.stringify(this.state));
    await rename(`${this.file}.new`, this.file);
  }

  /** Everything is imported: the next run begins anew. */
  async finish(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

function parse(text: string): State | undefined {
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
