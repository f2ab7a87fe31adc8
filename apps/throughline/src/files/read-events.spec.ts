import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readEvents, STANDARD_INPUT } from './read-events.js';
import type { EventText } from './event-text.js';

async function read(bytes: Uint8Array | string, chunkSize = 1 << 16): Promise<EventText[]> {
  const whole = Buffer.from(bytes);
  const chunks = Array.from({ length: Math.ceil(whole.length / chunkSize) }, (_, index) =>
    whole.subarray(index * chunkSize, (index + 1) * chunkSize),
  );
  const events: EventText[] = [];
  for await (const event of readEvents(STANDARD_INPUT, Readable.from(chunks))) events.push(event);
  return events;
}

const value = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 1 }), {
  maxKeys: 3,
});
// JSON has no negative zero, so what comes back is compared with what JSON makes of it.
const values = fc
  .array(value, { maxLength: 5 })
  .map((list) => JSON.parse(JSON.stringify(list)) as unknown[]);

describe('reading events from a file', () => {
  it('finds the elements of any array, however it is laid out, zipped and cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        values,
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 64 }),
        fc.boolean(),
        async (elements, indent, chunkSize, zipped) => {
          const text = `\n ${JSON.stringify(elements, null, indent)} \n`;
          const events = await read(zipped ? gzipSync(text) : text, chunkSize);
          expect(events.map(({ json }) => JSON.parse(json) as unknown)).toEqual(elements);
          expect(events.every(({ json }) => !json.includes('\n'))).toBe(true);
        },
      ),
    );
  }, 30_000);

  it('finds the lines of NDJSON, however they end and are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        values,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.integer({ min: 1, max: 64 }),
        async (elements, ending, chunkSize) => {
          const text = elements.map((element) => JSON.stringify(element)).join(ending);
          const events = await read(text, chunkSize);
          expect(events.map(({ json }) => JSON.parse(json) as unknown)).toEqual(elements);
        },
      ),
    );
  }, 30_000);

  it('knows the line of each event', async () => {
    const lines = await read('\ufeff{"a":1}\n\n{"b":2}');
    expect(lines).toEqual([
      { json: '{"a":1}', place: 'stdin:1' },
      { json: '{"b":2}', place: 'stdin:3' },
    ]);
    const elements = await read('[\n  {\n    "a": 1\n  },\n\n  {"b": 2}\n]');
    expect(elements.map(({ place }) => place)).toEqual(['stdin:2', 'stdin:6']);
  });

  it.each([
    ['[{"a":1},', 'stdin:1: the file ends in the middle of the array'],
    ['[1,\n,2]', 'stdin:2: there is a comma with no event beside it'],
    ['[1,\n]', 'stdin:2: there is a comma with no event beside it'],
    ['[1]\n[2]', 'stdin:2: there is more after the array'],
    ['[1}', 'stdin:1: a brace closes what a bracket opened'],
    [gzipSync('{"a":1}').subarray(0, 15), 'stdin: does not decompress'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'stdin: is not UTF-8 text'],
    [Buffer.from([0x7b, 0xc3]), 'stdin: is not UTF-8 text'],
  ])('says what is wrong with %j', async (bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('holds no more of a file without line ends than an event may have', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1 << 20, 'x');
      })(),
    );
    const reading = readEvents(STANDARD_INPUT, endless).next();
    await expect(reading).rejects.toThrow('stdin:1: is longer than any event');
  });

  it('says that a file is not there, or is a folder', async () => {
    const first = (file: string) => readEvents(file, Readable.from([])).next();
    await expect(first('/no/such/file')).rejects.toThrow('/no/such/file: there is no such file');
    await expect(first('/')).rejects.toThrow('/: is a folder');
  });
});
