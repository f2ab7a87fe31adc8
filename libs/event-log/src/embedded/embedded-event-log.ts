import { EventEmitter } from 'node:events';
import { partitionFor } from '@throughline/events';
import {
  AlreadyConsumedError,
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
import type { RetryPolicy } from '../log-options.js';
import { checkRecords } from '../record-limits.js';
import { Appends } from './appends.js';
import type { Topic } from './consume-topics.js';
import { consumeTopics } from './consume-topics.js';
import type { DirectoryOwner } from './directory-owner.js';
import { expire } from './expire.js';
import type { Partition } from './partition.js';
import { Positions } from './positions.js';
import type { Store } from './store.js';
import { writeTogether } from './store.js';

/** How often it is looked whether messages have expired; they are removed when the log is opened, too. */
const EXPIRY_INTERVAL_MS = 60 * 60 * 1000;

/** What {@link openEmbeddedEventLog} puts together. */
export interface EmbeddedParts {
  readonly store: Store;
  readonly owner: DirectoryOwner;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly retentionMs: number;
  readonly retry: RetryPolicy;
  readonly observe: LogObserver;
}

/** The log of a single process, in a directory: LMDB with one group commit, and one sync, for whatever waits. */
export class EmbeddedEventLog implements EventLog {
  readonly #positions: Positions;
  readonly #appends = new Appends((records) => this.#write(records));
  readonly #topicNames: ReadonlySet<string>;
  readonly #appended = new EventEmitter().setMaxListeners(0);
  /** `group/topic` of what is being consumed. */
  readonly #consumed = new Set<string>();
  readonly #consumptions = new Set<Consumption>();
  readonly #closing = new AbortController();
  readonly #expiryTimer: NodeJS.Timeout;
  #expiring: Promise<void> = Promise.resolve();

  constructor(private readonly parts: EmbeddedParts) {
    this.#positions = new Positions(parts.store);
    this.#topicNames = new Set(parts.topics.keys());
    this.#expireInBackground();
    this.#expiryTimer = setInterval(() => {
      this.#expireInBackground();
    }, EXPIRY_INTERVAL_MS).unref();
  }

  async append(records: readonly LogRecord[]): Promise<void> {
    this.#refuseWhenClosed();
    checkRecords(records, this.#topicNames);
    if (records.length > 0) await this.#appends.add(records);
  }

  async #write(records: readonly LogRecord[]): Promise<void> {
    const { store, observe } = this.parts;
    const appendedAt = Date.now();
    const staged = Array.from(this.#byPartition(records), ([partition, own]) =>
      partition.stage(own, appendedAt),
    );
    try {
      await writeTogether(store, () => {
        for (const { blocks } of staged) {
          for (const { key, bytes } of blocks) void store.blocks.put(key, bytes);
        }
      });
    } catch (error) {
      observe({ kind: 'append-failed', records: records.length, error });
      throw new LogUnavailableError('the event log could not write to its directory', {
        cause: error,
      });
    }
    for (const { durable } of staged) durable();
    for (const topic of new Set(records.map((record) => record.topic))) this.#appended.emit(topic);
  }

  async consume(subscription: Subscription, handle: BatchHandler): Promise<Consumption> {
    this.#refuseWhenClosed();
    const { group, maxBatchMessages = DEFAULT_MAX_BATCH_MESSAGES } = subscription;
    const topics = subscription.topics.map((topic) => this.#topic(topic));
    const claims = topics.map(({ name }) => `${group}/${name}`);
    for (const [index, claim] of claims.entries()) {
      if (this.#consumed.has(claim)) {
        throw new AlreadyConsumedError(group, subscription.topics[index] ?? '');
      }
    }
    for (const claim of claims) this.#consumed.add(claim);
    const positions = this.#positions;
    const release = () => {
      for (const claim of claims) this.#consumed.delete(claim);
    };
    try {
      await positions.begin(
        group,
        topics.flatMap(({ partitions }) => partitions),
      );
    } catch (error) {
      release();
      throw new LogUnavailableError(`the group "${group}" could not be stored`, { cause: error });
    }
    const { retry, observe } = this.parts;
    const running = consumeTopics({
      ...{ group, handle, retry, observe },
      ...{ topics, maxBatchMessages, positions, appended: this.#appended },
    });
    const consumption: Consumption = {
      done: running.done,
      stop: async () => {
        await running.stop();
        this.#consumptions.delete(consumption);
        release();
      },
      // There are no other members.
      owns: (topic) => subscription.topics.includes(topic),
    };
    this.#consumptions.add(consumption);
    return consumption;
  }

  lag(group: string): Promise<readonly PartitionLag[]> {
    return new Promise((resolve) => {
      this.#refuseWhenClosed();
      resolve(this.#partitions().flatMap((partition) => this.#lagOf(group, partition)));
    });
  }

  /** Writes: a full disk is found out by nothing less. */
  async ready(): Promise<boolean> {
    if (this.#closing.signal.aborted) return false;
    const { store } = this.parts;
    return writeTogether(store, () => void store.settings.put('readyAt', Date.now())).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    clearInterval(this.#expiryTimer);
    await Promise.all(Array.from(this.#consumptions, (consumption) => consumption.stop()));
    await Promise.all([this.#expiring, this.#appends.written()]);
    const { store, owner } = this.parts;
    // Waits for what is being written. The directory is given up last, so that nobody else writes before.
    await store.environment.close();
    await owner.release();
  }

  #lagOf(group: string, partition: Partition): PartitionLag[] {
    const position = this.#positions.of(group, partition);
    if (position === undefined) return [];
    const { topic, partition: number, end } = partition;
    return [{ topic, partition: number, lag: end - position }];
  }

  #byPartition(records: readonly LogRecord[]): Map<Partition, LogRecord[]> {
    const byPartition = new Map<Partition, LogRecord[]>();
    for (const record of records) {
      const { partitions } = this.#topic(record.topic);
      const partition = partitions[partitionFor(record.key, partitions.length)];
      if (!partition) continue;
      const own = byPartition.get(partition);
      if (own) own.push(record);
      else byPartition.set(partition, [record]);
    }
    return byPartition;
  }

  #topic(name: string): Topic {
    const topic = this.parts.topics.get(name);
    if (!topic) throw new UnknownTopicError(name, [...this.parts.topics.keys()]);
    return topic;
  }

  #partitions(): Partition[] {
    return [...this.parts.topics.values()].flatMap(({ partitions }) => partitions);
  }

  #expireInBackground(): void {
    const { store, retentionMs, observe } = this.parts;
    const appendedBefore = Date.now() - retentionMs;
    this.#expiring = this.#expiring.then(() =>
      expire({
        ...{ store, appendedBefore, observe, partitions: this.#partitions() },
        ...{ positions: this.#positions, stopping: this.#closing.signal },
      }).catch((error: unknown) => {
        observe({
          kind: 'driver',
          level: 'error',
          text: `messages could not be expired: ${String(error)}`,
        });
      }),
    );
  }

  #refuseWhenClosed(): void {
    if (this.#closing.signal.aborted) throw new LogClosedError();
  }
}
