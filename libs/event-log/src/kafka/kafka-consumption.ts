import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import kafkajs from 'kafkajs';
import { BatchAbandonedError, LogUnavailableError } from '../errors.js';
import type { Consumption } from '../event-log.js';
import type { HandOver } from '../hand-over.js';
import { handOver } from '../hand-over.js';
import { Heartbeat } from './heartbeat.js';
import { toLogMessage } from './log-message.js';

export interface KafkaSubscription extends Omit<HandOver, 'stopping'> {
  readonly kafka: Kafka;
  readonly topics: readonly string[];
  readonly maxBatchMessages: number;
  /** How many batches are handled at the same time: one of each partition of each topic. */
  readonly concurrency: number;
  readonly sessionTimeoutMs: number;
}

/** A member that is in the middle of a batch has this long to join when the group shares out its partitions anew. */
const REBALANCE_TIMEOUT_MS = 60_000;
const HEARTBEATS_PER_SESSION = 10;

/** A fetch waits this long for this much, so that events that trickle in come as batches and not one by one. */
const FETCH_WAIT_MS = 100;
const FETCH_BYTES = 16 * 1024;

/** Joining a group for the first time: about 10 s. */
const JOIN_ATTEMPTS = 20;
const JOIN_INTERVAL_MS = 500;

/** About four minutes: brokers that restart or fail over are waited for. */
const RETRY = { initialRetryTime: 300, multiplier: 2, maxRetryTime: 30_000, retries: 12 };

export class KafkaConsumption implements Consumption {
  readonly done: Promise<void>;
  readonly #heartbeatMs: number;
  readonly #stopping = new AbortController();
  #consumer: Consumer;
  #joined = false;
  #failure: { readonly error: unknown } | undefined;
  #end!: { resolve: () => void; reject: (error: unknown) => void };

  constructor(private readonly subscription: KafkaSubscription) {
    this.done = new Promise((resolve, reject) => (this.#end = { resolve, reject }));
    this.#heartbeatMs = Math.ceil(subscription.sessionTimeoutMs / HEARTBEATS_PER_SESSION);
    this.#consumer = this.#newConsumer();
  }

  /** @throws LogUnavailableError when the group could not be joined. */
  async start(): Promise<void> {
    for (let attempt = 1; !this.#joined; attempt += 1) {
      try {
        await this.#join();
        this.#joined = true;
      } catch (error) {
        await this.#consumer.disconnect().catch(() => undefined);
        // kafkajs tries a join again for few reasons only: not when the group's coordinator has just moved.
        const again = error instanceof kafkajs.KafkaJSError && error.retriable;
        if (!again || attempt === JOIN_ATTEMPTS) {
          const { group } = this.subscription;
          throw new LogUnavailableError(`the group "${group}" could not be joined`, {
            cause: error,
          });
        }
        await delay(JOIN_INTERVAL_MS);
        this.#consumer = this.#newConsumer();
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    // Waits for the batches in hand, which commit, and leaves the group so that its partitions are free at once.
    await this.#consumer.disconnect();
    if (!this.#failure) this.#end.resolve();
  }

  #newConsumer(): Consumer {
    const { kafka, group, sessionTimeoutMs, observe } = this.subscription;
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_TIMEOUT_MS,
      heartbeatInterval: this.#heartbeatMs,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      minBytes: FETCH_BYTES,
      allowAutoTopicCreation: false,
      // Whoever runs the process restarts it; a consumer that restarts itself hides that it does not get on.
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      const partitions = Object.values(payload.memberAssignment).flat().length;
      observe({ kind: 'rebalanced', group, partitions });
    });
    return consumer;
  }

  async #join(): Promise<void> {
    const { topics, concurrency } = this.subscription;
    const consumer = this.#consumer;
    const crash: { error?: Error } = {};
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      crash.error = payload.error;
      if (this.#joined) this.#fail(payload.error);
    });
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch: (payload) => this.#eachBatch(payload),
    });
    // kafkajs resolves either way.
    if (crash.error) throw crash.error;
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const heartbeat = new Heartbeat(() => payload.heartbeat(), this.#heartbeatMs);
    try {
      await this.#handOverSlices(payload, heartbeat.lost);
    } catch (error) {
      if (!(error instanceof BatchAbandonedError)) throw error;
      this.#fail(error);
      // Any other error would have kafkajs fetch and hand over the batch again.
      throw new kafkajs.KafkaJSNonRetriableError(error);
    } finally {
      heartbeat.stop();
    }
  }

  async #handOverSlices(payload: EachBatchPayload, lost: AbortSignal): Promise<void> {
    const { topic, partition, messages: fetched } = payload.batch;
    const stopping = AbortSignal.any([this.#stopping.signal, lost]);
    for (const messages of this.#slices(fetched)) {
      // The group may be sharing out its partitions: kafkajs joins again when it sees the error.
      lost.throwIfAborted();
      // What is not resolved is fetched again, by this member or by the one that has the partition then.
      if (stopping.aborted || !payload.isRunning() || payload.isStale()) return;
      const own = messages.map((message) => toLogMessage(topic, partition, message));
      const last = own.at(-1);
      if (
        !last ||
        !(await handOver({ topic, messages: own }, { ...this.subscription, stopping }))
      ) {
        continue;
      }
      // In this order: the next fetch begins at what is resolved, not at what is committed.
      payload.resolveOffset(String(last.offset));
      const partitions = [{ partition, offset: String(last.offset + 1) }];
      await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions }] });
    }
  }

  *#slices(messages: readonly KafkaMessage[]): Generator<KafkaMessage[]> {
    const { maxBatchMessages } = this.subscription;
    for (let start = 0; start < messages.length; start += maxBatchMessages) {
      yield messages.slice(start, start + maxBatchMessages);
    }
  }

  #fail(error: unknown): void {
    if (this.#failure) return;
    this.#failure = { error };
    this.#stopping.abort();
    this.subscription.observe({
      kind: 'consumption-failed',
      group: this.subscription.group,
      error,
    });
    this.#end.reject(error);
  }
}
