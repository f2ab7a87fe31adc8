import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CommandFailure, messageOf, systemCodeOf } from '../command-failure.js';
import { ArraySplitter } from './array-splitter.js';
import { decompressed } from './decompressed.js';
import type { EventText, Splitter } from './event-text.js';
import { LineSplitter } from './line-splitter.js';

export const STANDARD_INPUT = '-';

/**
 * Streams the events of a file, `-` for standard input: NDJSON or one JSON array, either of them
 * gzipped. What is inside an event is the platform's to judge.
 */
export async function* readEvents(file: string, stdin: Readable): AsyncGenerator<EventText> {
  const name = file === STANDARD_INPUT ? 'stdin' : file;
  const bytes = file === STANDARD_INPUT ? stdin : createReadStream(file);
  try {
    yield* split(decompressed(bytes), name);
  } catch (error) {
    throw inWords(error, name);
  }
}

async function* split(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<EventText> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let splitter: Splitter | undefined;
  let blank = '';
  for await (const chunk of bytes) {
    const text = blank + decoder.decode(chunk, { stream: true });
    // What a file holds is told by its first character; until then there is nothing to split.
    const first = /\S/.exec(text)?.[0];
    if (splitter === undefined && first === undefined) {
      blank = text;
      continue;
    }
    blank = '';
    splitter ??= first === '[' ? new ArraySplitter(name) : new LineSplitter(name);
    yield* splitter.push(text);
  }
  decoder.decode();
  if (splitter !== undefined) yield* splitter.end();
}

function inWords(error: unknown, name: string): unknown {
  const because = { cause: error };
  switch (systemCodeOf(error)) {
    case 'ENOENT':
      return new CommandFailure(`${name}: there is no such file`, because);
    case 'EACCES':
      return new CommandFailure(`${name}: may not be read`, because);
    case 'EISDIR':
      return new CommandFailure(`${name}: is a folder; name the files in it`, because);
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return new CommandFailure(
        `${name}: is not UTF-8 text; convert it, for example with iconv`,
        because,
      );
    case 'Z_DATA_ERROR':
    case 'Z_BUF_ERROR':
      return new CommandFailure(
        `${name}: does not decompress (${messageOf(error)}); it may be cut off`,
        because,
      );
    default:
      return error;
  }
}
