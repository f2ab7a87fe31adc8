import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP = [0x1f, 0x8b];

/** The bytes as they are, or unzipped: told by how gzip begins, since standard input has no name. */
export async function* decompressed(source: Readable): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  let head = new Uint8Array();
  while (head.length < GZIP.length) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    if (head.length > 0) yield head;
    yield* { [Symbol.asyncIterator]: () => chunks };
  }
  if (!GZIP.every((byte, index) => head[index] === byte)) {
    yield* whole();
    return;
  }
  // What goes wrong reaches whoever reads, by way of the stream that is read.
  yield* pipeline(
    Readable.from(whole()),
    createGunzip(),
    () => undefined,
  ) as AsyncIterable<Uint8Array>;
}
