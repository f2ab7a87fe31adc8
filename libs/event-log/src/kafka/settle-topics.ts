import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, ITopicMetadata } from 'kafkajs';
import kafkajs from 'kafkajs';
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
    // It waits for leaders only, and gives up on a broker that has not heard of the topic yet.
    waitForLeaders: false,
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
  refuseOthers(await hostedTopics(admin, options.topics), count);
  return count;
}

async function existingTopics(
  admin: Admin,
  topics: readonly string[],
): Promise<Map<string, number>> {
  const all = new Set(await admin.listTopics());
  const known = topics.filter((topic) => all.has(topic));
  if (known.length === 0) return new Map();
  return hostedTopics(admin, known);
}

/** A busy cluster takes its time to spread the word of a new topic. */
const HOSTED_WITHIN_MS = 15_000;
const ASK_EVERY_MS = 100;

/** The partitions of each topic, once the brokers know all of them and each has a leader. */
async function hostedTopics(admin: Admin, topics: readonly string[]): Promise<Map<string, number>> {
  const deadline = Date.now() + HOSTED_WITHIN_MS;
  for (;;) {
    const metadata = await admin.fetchTopicMetadata({ topics: [...topics] }).catch(mayPass);
    const isLate = Date.now() > deadline;
    if (metadata instanceof Error) {
      if (isLate) throw metadata;
    } else if (isLate || metadata.topics.every(isHosted)) {
      return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
    }
    await delay(ASK_EVERY_MS);
  }
}

/** @returns what may be over by the next time; anything else it throws */
function mayPass(error: unknown): Error {
  if (error instanceof kafkajs.KafkaJSError && error.retriable) return error;
  throw error;
}

function isHosted({ partitions }: ITopicMetadata): boolean {
  return partitions.length > 0 && partitions.every(({ leader }) => leader >= 0);
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
