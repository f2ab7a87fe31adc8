import { LineProgress } from './line-progress.js';
import type { Progress } from './progress.js';
import { BarProgress } from './bar-progress.js';

export interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Where a command writes: results to stdout, so that they can be piped on, and everything about
 * its work to stderr.
 */
export class Output {
  constructor(
    private readonly stdout: Stream,
    private readonly stderr: Stream & NodeJS.WritableStream,
  ) {}

  /** Columns of the terminal that shows the results; `undefined` when it is a file or a pipe. */
  get width(): number | undefined {
    return this.stdout.isTTY === true ? this.stdout.columns : undefined;
  }

  print(text: string): void {
    this.stdout.write(`${text}\n`);
  }

  printJson(value: unknown): void {
    this.print(JSON.stringify(value, null, 2));
  }

  note(text: string): void {
    this.stderr.write(`${text}\n`);
  }

  /** @param total how many there will be, where it is known */
  progress(what: string, total: number | undefined): Progress {
    return this.stderr.isTTY === true && total !== undefined
      ? new BarProgress(this.stderr, what, total)
      : new LineProgress(
          (line) => {
            this.note(line);
          },
          what,
          total,
        );
  }
}
