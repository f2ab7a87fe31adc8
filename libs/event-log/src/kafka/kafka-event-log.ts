import { setTimeout as delay } from 'node:timers/promises';
import { partitionFor } from '@throughline/events';
import type { Admin, Kafka } from 'kafkajs';
import {
  EventLogError,
  LogClosedError,
  LogUnavailableError,
  UnknownTopicError,
} from '../errors.js';
import type {
  BatchHandler,
  Consumption,
  EventLog,
  LogRecord,
  PartitionLag,
  Subscription,
} from '../event-log.js';
import { DEFAULT_MAX_BATCH_MESSAGES } from '../event-log.js';
import type { LogObserver } from '../log-observer.js';
import { checkLogOptions, DEFAULT_RETRY } from '../log-options.js';
import { checkRecords } from '../record-limits.js';
import { idempotentProducer, kafkaClient } from './connect-kafka.js';
import { KafkaConsumption } from './kafka-consumption.js';
import { kafkaLag } from './kafka-lag.js';
import type { KafkaLogOptions } from './kafka-log-options.js';
import { Sender } from './sender.js';
import { settleTopics } from './settle-topics.js';

const DEFAULT_SESSION_TIMEOUT_MS = 30_000;
/** A probe that takes longer counts as a no. */
const READY_WITHIN_MS = 3_000;

/**
 * Connects, and creates the topics that are missing.
 *
 * @throws LogUnavailableError when the brokers cannot be reached.
 * @throws PartitionCountError when the topics do not all have the partitions asked for.
 */
export async function openKafkaEventLog(options: KafkaLogOptions): Promise<EventLog> {
  checkLogOptions(options);
  const observe = options.observe ?? (() => undefined);
  const kafka = kafkaClient(options, observe);
  const admin = kafka.admin();
  const sender = new Sender(() => idempotentProducer(kafka));
  try {
    await admin.connect();
    const partitions = await settleTopics(admin, options);
    await sender.connect();
    return new KafkaEventLog({ kafka, admin, sender, partitions, observe }, options);
  } catch (error) {
    await Promise.allSettled([admin.disconnect(), sender.close()]);
    if (error instanceof EventLogError) throw error;
    const brokers = options.brokers.join(', ');
    throw new LogUnavailableError(`Kafka at ${brokers} could not be opened`, { cause: error });
  }
}

interface KafkaParts {
  readonly kafka: Kafka;
  readonly admin: Admin;
  readonly sender: Sender;
  readonly partitions: number;
  readonly observe: LogObserver;
}

class KafkaEventLog implements EventLog {
  /** What is being consumed through this log, and by whom. */
  readonly #consumptions = new Map<Consumption, Subscription>();
  #closed = false;

  constructor(
    private readonly parts: KafkaParts,
    private readonly options: KafkaLogOptions,
  ) {}

  async append(records: readonly LogRecord[]): Promise<void> {
    this.#refuseWhenClosed();
    const { sender, partitions, observe } = this.parts;
    checkRecords(records, new Set(this.options.topics));
    if (records.length === 0) return;
    try {
      await sender.send(
        records.map((record) => ({ ...record, partition: partitionFor(record.key, partitions) })),
      );
    } catch (error) {
      observe({ kind: 'append-failed', records: records.length, error });
      throw error;
    }
  }

  async consume(subscription: Subscription, handle: BatchHandler): Promise<Consumption> {
    this.#refuseWhenClosed();
    const { group, topics, maxBatchMessages = DEFAULT_MAX_BATCH_MESSAGES } = subscription;
    const { kafka, partitions, observe } = this.parts;
    const { retry = DEFAULT_RETRY } = this.options;
    const sessionTimeoutMs =
      subscription.sessionTimeoutMs ?? this.options.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS;
    const unknown = topics.find((topic) => !this.options.topics.includes(topic));
    if (unknown !== undefined) throw new UnknownTopicError(unknown, this.options.topics);
    const running = new KafkaConsumption({
      ...{ kafka, group, topics, maxBatchMessages, handle, retry, observe, sessionTimeoutMs },
      concurrency: partitions * topics.length,
    });
    await running.start();
    const consumption: Consumption = {
      done: running.done,
      stop: async () => {
        await running.stop();
        this.#consumptions.delete(consumption);
      },
      owns: (topic, key) => running.owns(topic, partitionFor(key, partitions)),
    };
    this.#consumptions.set(consumption, subscription);
    return consumption;
  }

  async lag(group: string): Promise<readonly PartitionLag[]> {
    this.#refuseWhenClosed();
    const { admin, partitions } = this.parts;
    const own = [...this.#consumptions.values()].filter(
      (subscription) => subscription.group === group,
    );
    const consumed = new Set(own.flatMap(({ topics }) => topics));
    return kafkaLag({ admin, group, partitions, consumed, topics: this.options.topics });
  }

  async ready(): Promise<boolean> {
    if (this.#closed) return false;
    return Promise.race([
      this.#everyPartitionHasALeader().catch(() => false),
      delay(READY_WITHIN_MS, false, { ref: false }),
    ]);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { admin, sender } = this.parts;
    await Promise.all(Array.from(this.#consumptions.keys(), (consumption) => consumption.stop()));
    await sender.close();
    await admin.disconnect();
  }

  async #everyPartitionHasALeader(): Promise<boolean> {
    const { topics } = await this.parts.admin.fetchTopicMetadata({
      topics: [...this.options.topics],
    });
    return topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new LogClosedError();
  }
}
