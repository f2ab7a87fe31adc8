import { Inject, Injectable } from '@nestjs/common';
import { type ClickHouseClient, readProgress } from '@throughline/store';
import { STORE_CLIENT } from '../reporting-options.js';

/** About how much of what was worked out is kept, in bytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * How long anything is kept, in milliseconds. What is stored tells itself by the progress of the log;
 * two things do not: a sweep that mends what was related wrongly, and a replica that is behind.
 */
const LONGEST = 60_000;

interface Memory {
  readonly value: Promise<unknown>;
  readonly since: number;
  bytes: number;
}

/**
 * Remembers what was worked out from the store until anything more is stored, whichever process
 * stores it: the questions of a page that is opened rest on the same facts, and so do those of
 * everybody else who opens it. Who asks while it is being worked out waits for that.
 */
@Injectable()
export class StoreMemory {
  /** By how far the store was and what was asked; the longest unused first. */
  private readonly memories = new Map<string, Memory>();

  constructor(@Inject(STORE_CLIENT) private readonly client: ClickHouseClient) {}

  /**
   * @param question what `work` depends on beside the store, as JSON
   * @param bytesOf about how much a result takes
   */
  async recall<Value>(
    question: readonly unknown[],
    work: () => Promise<Value>,
    bytesOf: (value: Value) => number,
  ): Promise<Value> {
    // Read first: what is stored from here on is under another mark, whether `work` sees it or not.
    const [progress] = await readProgress(this.client, {});
    if (progress === undefined || progress.storedAt === null) return work();
    const key = JSON.stringify([progress.mark, question]);
    this.forgetOld();
    const known = this.memories.get(key);
    if (known !== undefined) {
      this.memories.delete(key);
      this.memories.set(key, known);
      return known.value as Promise<Value>;
    }
    const value = work();
    const memory: Memory = { value, since: performance.now(), bytes: 0 };
    this.memories.set(key, memory);
    try {
      memory.bytes = bytesOf(await value);
      this.keepWithin(MOST_BYTES);
    } catch (error) {
      this.memories.delete(key);
      throw error;
    }
    return value;
  }

  private forgetOld(): void {
    const oldest = performance.now() - LONGEST;
    for (const [key, { since }] of this.memories) {
      if (since < oldest) this.memories.delete(key);
    }
  }

  private keepWithin(most: number): void {
    let bytes = [...this.memories.values()].reduce((sum, memory) => sum + memory.bytes, 0);
    for (const [key, memory] of this.memories) {
      if (bytes <= most) return;
      this.memories.delete(key);
      bytes -= memory.bytes;
    }
  }
}
