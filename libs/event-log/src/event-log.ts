/** What is appended: one event, on one topic. */
export interface LogRecord {
  readonly topic: string;
  /** Records with the same key keep their order, and share a partition number in every topic. */
  readonly key: string;
  readonly value: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is read back: the record, and where and since when it is in the log. */
export interface LogMessage {
  readonly topic: string;
  readonly partition: number;
  /** Grows along a partition; numbers may be left out. */
  readonly offset: number;
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly appendedAt: number;
}

/** Never empty. Of one topic and one or several partitions; per partition in the order of the offsets. */
export interface MessageBatch {
  readonly topic: string;
  readonly messages: readonly LogMessage[];
}

export interface Subscription {
  /** Every group sees every message. A new group begins with the earliest one that is kept. */
  readonly group: string;
  readonly topics: readonly string[];
  /** The most messages handed over at once. Default: {@link DEFAULT_MAX_BATCH_MESSAGES}. */
  readonly maxBatchMessages?: number;
  /**
   * Kafka: how long a member of the group may be silent before its partitions go to others, in
   * milliseconds. Default: half a minute. The broker has a least (`group.min.session.timeout.ms`, 6 s).
   */
  readonly sessionTimeoutMs?: number;
}

export const DEFAULT_MAX_BATCH_MESSAGES = 2_000;

/**
 * Resolves: the batch is committed. Rejects: the same batch is handed over again, and nothing later of
 * its partitions before it. A batch may come twice (the process ended between handling and committing).
 *
 * Batches of different topics are handed over concurrently. On Kafka so are batches of one topic that come from
 * different partitions; the embedded log hands over the batches of one topic one after the other.
 */
export type BatchHandler = (batch: MessageBatch) => Promise<void>;

export interface Consumption {
  /**
   * Waits for the batches that are being handled and commits them; a batch that waits to be retried is left
   * uncommitted, so that it comes again at the next start.
   */
  stop(): Promise<void>;
  /**
   * Rejects when consuming ended by itself: a batch failed after all retries ({@link BatchAbandonedError}) or
   * the driver gave up. The process must then end, for going on would skip messages. Resolves once stopped.
   */
  readonly done: Promise<void>;
  /**
   * Whether this consumer is the one of its group that gets the messages of a topic with this key. Only
   * as true as what it last heard of its group: one that was cut off believes it for as long as its
   * session lasts, so what it does meanwhile must be harmless if done twice.
   */
  owns(topic: string, key: string): boolean;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** Messages that are kept and that the group has not committed; `null` is unknown, which is not zero. */
  readonly lag: number | null;
}

/** A durable log of events: Kafka, or a directory on disk. */
export interface EventLog {
  /**
   * Resolves only once every record is durable (Kafka: on all in-sync replicas; embedded: synced to disk).
   * Records of one key are kept in the order given. When it rejects, the embedded log kept none of the
   * records and Kafka may have kept some; appending them again is right in both cases.
   *
   * @throws LogUnavailableError when the log cannot take them now.
   * @throws RecordTooLargeError, UnknownTopicError when it never will.
   */
  append(records: readonly LogRecord[]): Promise<void>;
  /** Resolves once the group is consuming. */
  consume(subscription: Subscription, handle: BatchHandler): Promise<Consumption>;
  /** Of every topic the group is known to read. Empty: nothing is known of the group. */
  lag(group: string): Promise<readonly PartitionLag[]>;
  /** Whether it could append now. Never rejects. */
  ready(): Promise<boolean>;
  /** Stops what is being consumed first, then waits for what is being appended. */
  close(): Promise<void>;
}
