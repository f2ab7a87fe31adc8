import type { Instant } from '@throughline/events';

interface Kept<Answer> {
  readonly answer: Promise<Answer>;
  /** undefined while it is still worked out. */
  doneAt: Instant | undefined;
}

/**
 * Keeps what was worked out for a moment, so that many who ask for the same at once cost one
 * answer, however long that takes. What fails is not kept.
 */
export class RecentAnswers<Answer> {
  private readonly kept = new Map<string, Kept<Answer>>();

  /**
   * @param seconds how long an answer is good for once it is there
   * @param most answers that are kept: the oldest makes place
   */
  constructor(
    private readonly seconds: number,
    private readonly most: number,
    private readonly now: () => Instant,
  ) {}

  get(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const found = this.kept.get(key);
    if (found !== undefined && this.isGood(found)) return found.answer;
    const entry: Kept<Answer> = { answer: work(), doneAt: undefined };
    this.kept.delete(key);
    this.kept.set(key, entry);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    entry.answer.then(
      () => {
        entry.doneAt = this.now();
      },
      () => {
        if (this.kept.get(key) === entry) this.kept.delete(key);
      },
    );
    return entry.answer;
  }

  private isGood({ doneAt }: Kept<Answer>): boolean {
    return doneAt === undefined || this.now() - doneAt < this.seconds * 1000;
  }
}
