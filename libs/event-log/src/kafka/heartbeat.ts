/**
 * Tells the group that the member lives while a batch is being handled: kafkajs does so only between batches,
 * and a member that is silent for a session loses its partitions in the middle of the work.
 */
export class Heartbeat {
  readonly #timer: NodeJS.Timeout;
  readonly #lost = new AbortController();

  constructor(beat: () => Promise<void>, intervalMs: number) {
    this.#timer = setInterval(() => {
      beat().catch((error: unknown) => {
        this.#lost.abort(error);
      });
    }, intervalMs);
  }

  /** Aborted once the group no longer counts on the member as it is; the reason is kafkajs' error. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
