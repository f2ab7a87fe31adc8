import cliProgress from 'cli-progress';
import type { Progress } from './progress.js';

/** A bar on a terminal. */
export class BarProgress implements Progress {
  private readonly bar: cliProgress.SingleBar;

  constructor(stream: NodeJS.WritableStream, what: string, total: number) {
    this.bar = new cliProgress.SingleBar(
      { stream, format: `${what} {bar} {percentage} % · {value}/{total} · {eta_formatted} left` },
      cliProgress.Presets.shades_classic,
    );
    this.bar.start(total, 0);
  }

  advance(by: number): void {
    this.bar.increment(by);
  }

  stop(): void {
    this.bar.stop();
  }
}
