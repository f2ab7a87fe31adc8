import { setImmediate } from 'node:timers/promises';
import type { LogRecord } from '../event-log.js';

/**
 * Puts together what is appended in one turn of the event loop. Under load that is what a dozen requests brought:
 * written as one they cost one transaction and a block a partition, and are read back as fast as one large append.
 */
export class Appends {
  #waiting: LogRecord[] = [];
  #turn: Promise<void> | undefined;

  /** @param write makes records durable, all of them or none */
  constructor(private readonly write: (records: readonly LogRecord[]) => Promise<void>) {}

  /** Resolves once the records are durable, and rejects as `write` does for all that were put together. */
  add(records: readonly LogRecord[]): Promise<void> {
    for (const record of records) this.#waiting.push(record);
    return (this.#turn ??= this.#endTurn());
  }

  /** Resolves once everything added before has been given to `write`, whatever became of it. */
  async written(): Promise<void> {
    await this.#turn?.catch(() => undefined);
  }

  async #endTurn(): Promise<void> {
    await setImmediate();
    const records = this.#waiting;
    this.#waiting = [];
    this.#turn = undefined;
    await this.write(records);
  }
}
