import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DamagedLogError } from '../errors.js';
import { decodeBlock, encodeBlock, encodedBytes } from './block.js';

const recordArbitrary = fc.record({
  topic: fc.constant('test.commits'),
  key: fc.string({ unit: 'grapheme' }),
  value: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  headers: fc.dictionary(fc.string({ minLength: 1 }), fc.string({ unit: 'grapheme' }), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
});

const place = { topic: 'test.commits', partition: 2, firstOffset: 1000 };

describe('a block', () => {
  it('gives back the records it was made of, from any offset on', () => {
    fc.assert(
      fc.property(
        fc.array(recordArbitrary, { minLength: 1 }),
        fc.nat({ max: 12 }),
        fc.nat(2 ** 48 - 1),
        (records, skipped, appendedAt) => {
          const block = encodeBlock(records, appendedAt);
          const messages = [...decodeBlock(block, place, place.firstOffset + skipped)];
          const expected = records.map((record, index) => ({
            ...record,
            partition: 2,
            offset: 1000 + index,
            appendedAt,
          }));
          expect(messages).toEqual(expected.slice(skipped));
        },
      ),
    );
  });

  it('is as large as it was said to become', () => {
    fc.assert(
      fc.property(recordArbitrary, (record) => {
        const grown = encodeBlock([record, record], 0).length - encodeBlock([record], 0).length;
        expect(grown).toBe(encodedBytes(record));
      }),
    );
  });

  it('is refused when another version wrote it', () => {
    const block = encodeBlock([{ topic: 'test.commits', key: 'a', value: Buffer.of(1) }], 0);
    block.writeUInt8(9);
    expect(() => [...decodeBlock(block, place, 0)]).toThrow(DamagedLogError);
  });
});
