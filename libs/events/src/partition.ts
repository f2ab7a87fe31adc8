import { fingerprint } from './fingerprint.js';

/**
 * The partition number of a key. Every topic has the same number of partitions and every adapter
 * asks here, so all that is said of one repository has one partition number in every topic.
 */
export function partitionFor(key: string, partitions: number): number {
  return Number(fingerprint(key) % BigInt(partitions));
}
