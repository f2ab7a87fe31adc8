import type { LogMessage, LogRecord } from '../event-log.js';
import type { BlockHead } from './block.js';
import { decodeBlock, encodeBlock, encodedBytes, readBlockHead } from './block.js';
import type { BlockKey, Store } from './store.js';

/** A block is closed beyond this, so that reading a few messages does not read megabytes. */
const BLOCK_BYTES = 64 * 1024;

/** Above every offset. */
const LAST = Number.MAX_SAFE_INTEGER;

export interface StagedBlock {
  readonly key: BlockKey;
  readonly bytes: Buffer;
}

/** Records that have their offsets and are not durable yet. */
export interface Staged {
  readonly blocks: readonly StagedBlock[];
  /** To be called once they are. */
  readonly durable: () => void;
}

/** One partition of one topic: offsets are given out here, blocks read and expired. */
export class Partition {
  /** The offset the next record gets: ahead of `#end` while appends are under way. */
  #next: number;
  #end: number;

  constructor(
    private readonly store: Store,
    readonly topic: string,
    readonly partition: number,
  ) {
    const newest = this.#firstOffset({ start: LAST, end: -1, reverse: true });
    this.#end = newest === undefined ? 0 : newest + this.#head(newest).count;
    this.#next = this.#end;
  }

  /** The offset after the last durable record. */
  get end(): number {
    return this.#end;
  }

  /** The offset of the first record that is kept. */
  get earliest(): number {
    return this.#firstOffset({ start: 0, end: LAST }) ?? this.#end;
  }

  /**
   * Gives out offsets, in the order of the calls, and makes blocks of the records. The offsets of records that
   * never become durable are left out for good.
   */
  stage(records: readonly LogRecord[], appendedAt: number): Staged {
    const blocks: StagedBlock[] = [];
    let open: LogRecord[] = [];
    let openBytes = 0;
    const close = () => {
      blocks.push({
        key: [this.topic, this.partition, this.#next],
        bytes: encodeBlock(open, appendedAt),
      });
      this.#next += open.length;
      open = [];
      openBytes = 0;
    };
    for (const record of records) {
      open.push(record);
      openBytes += encodedBytes(record);
      if (openBytes >= BLOCK_BYTES) close();
    }
    if (open.length > 0) close();
    const end = this.#next;
    return { blocks, durable: () => (this.#end = Math.max(this.#end, end)) };
  }

  /** The messages from an offset on; at least one if there is any, however large. */
  read(from: number, maxMessages: number, maxBytes: number): LogMessage[] {
    const messages: LogMessage[] = [];
    let bytes = 0;
    // The offset may lie inside a block: begin with the last block that begins at or before it.
    const start = this.#firstOffset({ start: from, end: -1, reverse: true }) ?? from;
    const range = this.store.blocks.getRange({ start: this.#key(start), end: this.#key(LAST) });
    for (const { key, value } of range) {
      const place = { topic: this.topic, partition: this.partition, firstOffset: key[2] };
      for (const message of decodeBlock(value, place, from)) {
        if (messages.length >= maxMessages || (bytes > 0 && bytes >= maxBytes)) return messages;
        messages.push(message);
        bytes += message.value.length;
      }
    }
    return messages;
  }

  /**
   * The oldest blocks that were appended before a moment and lie wholly before an offset, at most `limit`.
   * Never the newest block of all: it is what tells the next offset when the log is opened again.
   */
  expired(appendedBefore: number, consumedUpTo: number, limit: number): BlockKey[] {
    const keys: BlockKey[] = [];
    let candidate: BlockKey | undefined;
    for (const key of this.store.blocks.getKeys({ start: this.#key(0), end: this.#key(LAST) })) {
      // A block ends where the next one begins.
      if (candidate) {
        if (key[2] > consumedUpTo || this.#head(candidate[2]).appendedAt >= appendedBefore) break;
        keys.push(candidate);
        if (keys.length === limit) break;
      }
      candidate = key;
    }
    return keys;
  }

  #firstOffset(range: { start: number; end: number; reverse?: boolean }): number | undefined {
    const start = this.#key(range.start);
    const end = this.#key(range.end);
    for (const key of this.store.blocks.getKeys({ ...range, start, end, limit: 1 })) return key[2];
    return undefined;
  }

  #head(firstOffset: number): BlockHead {
    const { topic, partition } = this;
    const block = this.store.blocks.get(this.#key(firstOffset)) ?? Buffer.alloc(0);
    return readBlockHead(block, { topic, partition, firstOffset });
  }

  #key(offset: number): BlockKey {
    return [this.topic, this.partition, offset];
  }
}
