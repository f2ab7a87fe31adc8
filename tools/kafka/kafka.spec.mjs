import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, Partitioners } from 'kafkajs';

/*
 * The client that libs/event-log is built on, against a broker of Kafka 4: what the adapter relies on, spoken over the
 * real protocol. Kafka 4 dropped old protocol versions, and kafkajs is older than Kafka 4.
 */
const brokers = process.env.THROUGHLINE_TEST_BROKERS;
const describeKafka = brokers ? describe : describe.skip;

describeKafka('kafkajs against the Kafka of this test run', () => {
  const topic = `tools-kafka-${randomUUID()}`;
  const kafka = new Kafka({ brokers: (brokers ?? '').split(','), logLevel: logLevel.NOTHING });
  const admin = kafka.admin();

  beforeAll(async () => {
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: 4, replicationFactor: 1 }] });
  });

  afterAll(async () => {
    await admin.deleteTopics({ topics: [topic] });
    await admin.disconnect();
  });

  it('creates a topic with the partitions that were asked for', async () => {
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    expect(topics[0].partitions).toHaveLength(4);
  });

  it('refuses to write to a topic that nobody created', async () => {
    const producer = idempotentProducer();
    await producer.connect();
    await expect(
      producer.send({ topic: `${topic}-unknown`, messages: [{ value: 'lost' }] }),
    ).rejects.toThrow('This server does not host this topic-partition');
    await producer.disconnect();
  });

  it('shares the messages of an idempotent producer among the members of a group as they come and go', async () => {
    const groupId = `group-${randomUUID()}`;
    /** @type {Map<string, string[]>} who got which message */
    const received = new Map();
    const first = await member(groupId, 'first', received);
    await until(() => first.partitions() === 4);

    const producer = idempotentProducer();
    await producer.connect();
    await send(producer, 'before', 40);
    await until(() => received.size === 40);

    const second = await member(groupId, 'second', received);
    await until(() => first.partitions() === 2 && second.partitions() === 2);
    await send(producer, 'between', 40);
    await until(() => received.size === 80);
    expect(new Set([...received.values()].flat())).toEqual(new Set(['first', 'second']));

    await first.leave();
    await until(() => second.partitions() === 4);
    await send(producer, 'after', 40);
    await until(() => received.size === 120);

    await second.leave();
    await producer.disconnect();
    const offsets = await admin.fetchOffsets({ groupId, topics: [topic] });
    const committed = offsets[0].partitions.map(({ offset }) => Number(offset));
    expect(committed.reduce((sum, offset) => sum + offset, 0)).toBe(120);
  }, 60_000);

  function idempotentProducer() {
    return kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 2, initialRetryTime: 50 },
    });
  }

  /**
   * @param {import('kafkajs').Producer} producer
   * @param {string} prefix
   * @param {number} count
   */
  async function send(producer, prefix, count) {
    const messages = Array.from({ length: count }, (_, index) => ({
      partition: index % 4,
      value: `${prefix}-${index}`,
    }));
    await producer.send({ topic, acks: -1, messages });
  }

  /**
   * A group member that commits by hand after each batch, and records who got which message.
   *
   * @param {string} groupId
   * @param {string} name
   * @param {Map<string, string[]>} received
   */
  async function member(groupId, name, received) {
    // A member learns of a rebalance between two fetches: a long wait for messages is a late answer.
    const consumer = kafka.consumer({ groupId, heartbeatInterval: 300, maxWaitTimeInMs: 200 });
    let assigned = 0;
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      assigned = payload.memberAssignment[topic]?.length ?? 0;
    });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: async ({ batch, resolveOffset, commitOffsetsIfNecessary, uncommittedOffsets }) => {
        for (const message of batch.messages) {
          const value = message.value.toString();
          received.set(value, [...(received.get(value) ?? []), name]);
          resolveOffset(message.offset);
        }
        await commitOffsetsIfNecessary(uncommittedOffsets());
      },
    });
    return { partitions: () => assigned, leave: () => consumer.disconnect() };
  }
});

/**
 * Resolves when the condition holds; the test's own time limit is what ends a wait in vain.
 *
 * @param {() => boolean} condition
 */
async function until(condition) {
  while (!condition()) await new Promise((again) => setTimeout(again, 20));
}
