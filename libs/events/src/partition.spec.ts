import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintHex } from './fingerprint.js';
import { partitionFor } from './partition.js';

describe('partitions', () => {
  it('are whole numbers below the count, the same for the same key', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), (key, count) => {
        const partition = partitionFor(key, count);
        expect(Number.isInteger(partition) && partition >= 0 && partition < count).toBe(true);
        expect(partitionFor(key, count)).toBe(partition);
      }),
    );
  });

  it('spread the repositories of an organisation', () => {
    const counts = new Array<number>(8).fill(0);
    for (let index = 0; index < 4000; index += 1) {
      const partition = partitionFor(`acme/service-${index}`, counts.length);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    // 500 a partition is even; 5 standard deviations of a binomial(4000, 1/8) are 105.
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(105);
  });
});

describe('fingerprints', () => {
  it('do not collide where names differ in one place', () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `service-${index}`);
    expect(new Set(names.map(fingerprintHex)).size).toBe(names.length);
  });
});
