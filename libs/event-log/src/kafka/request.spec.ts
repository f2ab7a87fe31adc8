import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlacedRecord } from './request.js';
import { requestsFor } from './request.js';

const MEBIBYTE = 1024 * 1024;

/** Sizes around what fits, without the time it takes to fill them. */
const recordArbitrary: fc.Arbitrary<PlacedRecord> = fc.record({
  topic: fc.constantFrom('test.commits', 'test.deployments'),
  key: fc.string(),
  partition: fc.nat(3),
  value: fc
    .constantFrom(0, 1, 1_000, 300_000, 900_000, 2_000_000)
    .map((size) => Buffer.alloc(size)),
});

/** What each request carries for each partition. */
const carried = (records: readonly PlacedRecord[]) =>
  requestsFor(records).map((request) => {
    const byPartition = new Map<string, unknown[]>();
    for (const { topic, messages } of request.topicMessages) {
      for (const { partition, value } of messages) {
        const name = `${topic}/${partition ?? -1}`;
        byPartition.set(name, [...(byPartition.get(name) ?? []), value]);
      }
    }
    return byPartition;
  });

describe('the requests for some records', () => {
  it('carry every record once, in the order of its partition', () => {
    fc.assert(
      fc.property(fc.array(recordArbitrary, { maxLength: 40 }), (records) => {
        for (const topic of ['test.commits', 'test.deployments']) {
          for (let partition = 0; partition < 4; partition += 1) {
            const own = records.filter(
              (record) => record.topic === topic && record.partition === partition,
            );
            const sent = carried(records).flatMap(
              (request) => request.get(`${topic}/${partition}`) ?? [],
            );
            expect(sent.every((value, index) => value === own[index]?.value)).toBe(true);
            expect(sent).toHaveLength(own.length);
          }
        }
      }),
    );
  });

  it('stay below the size brokers take by default, but for a record that alone is beyond it', () => {
    fc.assert(
      fc.property(fc.array(recordArbitrary, { maxLength: 40 }), (records) => {
        for (const request of carried(records)) {
          const values = [...request.values()];
          const sizes = values.map((buffers) => Buffer.concat(buffers as Buffer[]).length);
          const single = values.length === 1 && values[0]?.length === 1;
          expect(single || sizes.every((size) => size < MEBIBYTE)).toBe(true);
        }
      }),
    );
  });

  it('are as few as that allows: a thousand small records are one', () => {
    const small = {
      topic: 'test.commits',
      key: 'acme/shop',
      partition: 0,
      value: Buffer.alloc(500),
    };
    expect(requestsFor(Array.from({ length: 1_000 }, () => small))).toHaveLength(1);
  });
});
