import type { Admin } from 'kafkajs';
import { PartitionCountError } from '../errors.js';
import { DEFAULT_PARTITIONS, DEFAULT_RETENTION_MS } from '../log-options.js';
import { MAX_RECORD_BYTES } from '../record-limits.js';
import type { KafkaLogOptions } from './kafka-log-options.js';

/** A batch with one record of the largest size, and its framing. */
const MAX_MESSAGE_BYTES = MAX_RECORD_BYTES + 64 * 1024;

/** kafkajs' way to say that the brokers decide. */
const BROKER_DEFAULT = -1;

/**
 * Creates the topics that are missing, before anything is read or written: a topic a broker makes on the fly
 * has the broker's number of partitions, and then a key lies in different partitions of different topics.
 *
 * @returns the partitions every topic has.
 * @throws PartitionCountError when the existing topics differ, or are not as asked for.
 */
export async function settleTopics(admin: Admin, options: KafkaLogOptions): Promise<number> {
  const existing = await existingTopics(admin, options.topics);
  const count = options.partitions ?? [...existing.values()][0] ?? DEFAULT_PARTITIONS;
  refuseOthers(existing, count);
  const missing = options.topics.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return count;
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map((topic) => ({
      topic,
      numPartitions: count,
      replicationFactor: options.replicationFactor ?? BROKER_DEFAULT,
      configEntries: [
        { name: 'retention.ms', value: String(options.retentionMs ?? DEFAULT_RETENTION_MS) },
        { name: 'max.message.bytes', value: String(MAX_MESSAGE_BYTES) },
      ],
    })),
  });
  // Another service may have created them meanwhile, and asked for another number.
  refuseOthers(await existingTopics(admin, options.topics), count);
  return count;
}

async function existingTopics(
  admin: Admin,
  topics: readonly string[],
): Promise<Map<string, number>> {
  const all = new Set(await admin.listTopics());
  const known = topics.filter((topic) => all.has(topic));
  if (known.length === 0) return new Map();
  const metadata = await admin.fetchTopicMetadata({ topics: known });
  return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
}

function refuseOthers(existing: ReadonlyMap<string, number>, count: number): void {
  const others = [...existing].filter(([, partitions]) => partitions !== count);
  if (others.length === 0) return;
  const found = others.map(([topic, partitions]) => `${topic} has ${partitions}`).join(', ');
  throw new PartitionCountError(
    `every topic must have the same number of partitions, here ${count}, but ${found}; ` +
      'ask for the number they have, or create the topics anew with one number for all',
  );
}
