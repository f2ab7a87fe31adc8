import type { Progress } from './progress.js';

/** How many pass between two lines when nobody knows the total. */
const STEP_WITHOUT_TOTAL = 20_000;

/** Plain lines for logs and pipes: about ten of them, or one every 20,000 when the total is unknown. */
export class LineProgress implements Progress {
  private done = 0;
  private nextLineAt: number;
  private readonly step: number;

  constructor(
    private readonly write: (line: string) => void,
    private readonly what: string,
    private readonly total: number | undefined,
  ) {
    this.step = total === undefined ? STEP_WITHOUT_TOTAL : Math.max(1, Math.ceil(total / 10));
    this.nextLineAt = this.step;
  }

  advance(by: number): void {
    this.done += by;
    if (this.done < this.nextLineAt) return;
    this.nextLineAt = this.done + this.step;
    this.write(`${this.what}: ${this.done}${this.total === undefined ? '' : ` of ${this.total}`}`);
  }

  stop(): void {
    // Every line was complete when it was written.
  }
}
