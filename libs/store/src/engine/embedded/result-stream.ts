import { Readable } from 'node:stream';
import type { StreamChunk } from 'chdb';
import { toClientError } from './engine-error.js';

const toBuffer = (chunk: StreamChunk): Buffer => {
  const bytes = chunk.raw();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/** Results up to this many bytes are taken whole, so that their session is free before the caller reads a row. */
const HELD_BYTES = 1024 * 1024;

/** How the stream ended: read to the end, or failed or abandoned on the way. */
export type Ending = 'complete' | 'broken';

interface Source {
  readonly chunks: AsyncIterator<StreamChunk>;
  /** Stops the statement inside the engine; until then a pending fetch does not return. */
  readonly kill: () => void;
  /** Called once, after the last use of the session. */
  readonly onEnd: (ending: Ending) => void;
}

/** Pulls a chunk only when the reader wants one: memory stays bounded by the engine's block size. */
class ResultStream extends Readable {
  readonly #source: Source;
  readonly #held: Buffer[];
  #fetch: Promise<unknown> | undefined;
  #finished: boolean;

  constructor(source: Source, held: Buffer[], finished: boolean) {
    super();
    this.#source = source;
    this.#held = held;
    this.#finished = finished;
  }

  override _read(): void {
    const next = this.#held.shift();
    if (next) this.push(next);
    else if (this.#finished) this.push(null);
    else this.#fetch = this.#fetchOne();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    done(error);
    if (this.#finished) return;
    this.#finished = true;
    this.#source.kill();
    void Promise.resolve(this.#fetch).then(() => {
      this.#source.onEnd('broken');
    });
  }

  async #fetchOne(): Promise<void> {
    try {
      const buffer = await nextBuffer(this.#source.chunks);
      if (this.#finished) return;
      if (buffer === undefined) this.#finish('complete');
      this.push(buffer ?? null);
    } catch (error) {
      if (this.#finished) return;
      this.#finish('broken');
      this.destroy(toClientError(error));
    }
  }

  #finish(ending: Ending): void {
    this.#finished = true;
    this.#source.onEnd(ending);
  }
}

async function nextBuffer(chunks: AsyncIterator<StreamChunk>): Promise<Buffer | undefined> {
  for (;;) {
    const result = await chunks.next();
    if (result.done === true) return undefined;
    // An empty chunk would say "no data yet" to the reader, and nothing would ask again.
    if (result.value.numBytes > 0) return toBuffer(result.value);
  }
}

/** Rejects when the statement fails before its first megabyte: such an error never reaches a half-read stream. */
export async function openResultStream(source: Source): Promise<Readable> {
  const held: Buffer[] = [];
  let bytes = 0;
  try {
    while (bytes < HELD_BYTES) {
      const buffer = await nextBuffer(source.chunks);
      if (buffer === undefined) {
        source.onEnd('complete');
        return new ResultStream(source, held, true);
      }
      held.push(buffer);
      bytes += buffer.length;
    }
  } catch (error) {
    source.onEnd('broken');
    throw toClientError(error);
  }
  return new ResultStream(source, held, false);
}
