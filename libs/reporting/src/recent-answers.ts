import type { Instant } from '@throughline/events';

/**
 * Keeps what was worked out for a moment, so that many who ask for the same at once cost one
 * answer. What fails is not kept.
 */
export class RecentAnswers<Answer> {
  private readonly kept = new Map<
    string,
    { readonly since: Instant; readonly answer: Promise<Answer> }
  >();

  /**
   * @param seconds how long an answer is good for
   * @param most answers that are kept: the oldest makes place
   */
  constructor(
    private readonly seconds: number,
    private readonly most: number,
    private readonly now: () => Instant,
  ) {}

  get(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const now = this.now();
    const found = this.kept.get(key);
    if (found !== undefined && now - found.since < this.seconds * 1000) return found.answer;
    const entry = { since: now, answer: work() };
    this.kept.delete(key);
    this.kept.set(key, entry);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.most && oldest !== undefined) this.kept.delete(oldest);
    entry.answer.catch(() => {
      if (this.kept.get(key) === entry) this.kept.delete(key);
    });
    return entry.answer;
  }
}
