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

/** How long joining is tried: when it starts somebody waits, and later a cluster that restarts is waited for. */
const START_WITHIN_MS = 15_000;
const REJOIN_WITHIN_MS = 5 * 60_000;
const JOIN_INTERVAL_MS = 500;

export class KafkaConsumption implements Omit<Consumption, 'owns'> {
  readonly done: Promise<void>;
  readonly #heartbeatMs: number;
  readonly #stopping = new AbortController();
  #consumer: Consumer | undefined;
  #assigned: Readonly<Record<string, readonly number[]>> = {};
  /** When the group last answered, on the clock that only goes forward. */
  #heardAt = 0;
  #rejoining: Promise<void> = Promise.resolve();
  #failed = false;
  #end!: { resolve: () => void; reject: (error: unknown) => void };

  constructor(private readonly subscription: KafkaSubscription) {
    this.done = new Promise((resolve, reject) => (this.#end = { resolve, reject }));
    this.#heartbeatMs = Math.ceil(subscription.sessionTimeoutMs / HEARTBEATS_PER_SESSION);
  }

  /** @throws LogUnavailableError when the group could not be joined. */
  async start(): Promise<void> {
    try {
      await this.#joinWithin(START_WITHIN_MS);
    } catch (error) {
      const { group } = this.subscription;
      throw new LogUnavailableError(`the group "${group}" could not be joined`, { cause: error });
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#rejoining;
    // Waits for the batches in hand, which commit, and leaves the group so that its partitions are free at once.
    await this.#consumer?.disconnect();
    if (!this.#failed) this.#end.resolve();
  }

  /** Whether a partition is this member's, as far as it heard of its group within the session. */
  owns(topic: string, partition: number): boolean {
    const { sessionTimeoutMs } = this.subscription;
    if (performance.now() - this.#heardAt > sessionTimeoutMs) return false;
    return this.#assigned[topic]?.includes(partition) ?? false;
  }

  /** kafkajs gives up on reasons that pass, such as a coordinator that has just moved or brokers that restart. */
  async #joinWithin(milliseconds: number): Promise<void> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const consumer = this.#newConsumer();
      try {
        await this.#join(consumer);
        return;
      } catch (error) {
        await consumer.disconnect().catch(() => undefined);
        if (!mayPass(error) || this.#stopping.signal.aborted || Date.now() > deadline) throw error;
        const { signal } = this.#stopping;
        await delay(JOIN_INTERVAL_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #join(consumer: Consumer): Promise<void> {
    const { topics, concurrency } = this.subscription;
    const early: { error?: Error } = {};
    let joined = false;
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (joined) this.#crashed(payload.error);
      else early.error = payload.error;
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
    if (early.error) throw early.error;
    joined = true;
    this.#consumer = consumer;
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
      // A consumer that restarts itself does so for ever, and hides that it does not get on.
      retry: { restartOnFailure: () => Promise.resolve(false) },
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      this.#assigned = payload.memberAssignment;
      this.#heardAt = performance.now();
      const partitions = Object.values(payload.memberAssignment).flat().length;
      observe({ kind: 'rebalanced', group, partitions });
    });
    consumer.on(consumer.events.HEARTBEAT, () => {
      this.#heardAt = performance.now();
    });
    consumer.on(consumer.events.REBALANCING, () => {
      this.#assigned = {};
    });
    return consumer;
  }

  #crashed(error: Error): void {
    if (this.#failed || this.#stopping.signal.aborted) return;
    if (!mayPass(error)) {
      this.#fail(error);
      return;
    }
    this.#rejoining = this.#joinWithin(REJOIN_WITHIN_MS).catch((reason: unknown) => {
      if (!this.#stopping.signal.aborted) this.#fail(reason);
    });
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
    if (this.#failed) return;
    this.#failed = true;
    this.#stopping.abort();
    this.subscription.observe({
      kind: 'consumption-failed',
      group: this.subscription.group,
      error,
    });
    this.#end.reject(error);
  }
}

/** Whether kafkajs holds the error, or what caused it, for one that may not come again. */
function mayPass(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof kafkajs.KafkaJSError && cause.retriable) return true;
  }
  return false;
}
