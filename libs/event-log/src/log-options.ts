import type { LogObserver } from './log-observer.js';
import { LogOptionsError } from './errors.js';

/** How often and how long apart a batch that failed is handed over again. */
export interface RetryPolicy {
  /** How many times a batch is handed over, the first time included. */
  readonly attempts: number;
  /** Before the second attempt; doubles from there. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
}

/** About a minute: longer than a database takes to restart, shorter than anybody wants to wait for an alarm. */
export const DEFAULT_RETRY: RetryPolicy = {
  attempts: 10,
  firstDelayMs: 100,
  longestDelayMs: 15_000,
};

export const DEFAULT_PARTITIONS = 4;
export const DEFAULT_RETENTION_MS = 7 * 24 * 60 * 60 * 1000;

/** What both logs are opened with. */
export interface LogOptions {
  readonly topics: readonly string[];
  /**
   * The partitions of every topic: one number for all of them, so that a key has the same partition number
   * everywhere. Default: what the log already has, else {@link DEFAULT_PARTITIONS}. It cannot be changed later.
   */
  readonly partitions?: number;
  /**
   * How long messages are kept, at least. Default: a week. The embedded log also keeps whatever a group that
   * ever consumed the topic has not committed yet; Kafka does not, and takes this only for topics it creates.
   */
  readonly retentionMs?: number;
  /** Default: {@link DEFAULT_RETRY}. */
  readonly retry?: RetryPolicy;
  readonly observe?: LogObserver;
}

/** Kafka's own rule for topic names; the embedded log keeps to it so that either can take over. */
const TOPIC_NAME = /^(?!\.{1,2}$)[a-zA-Z0-9._-]{1,249}$/;

/** @throws LogOptionsError when the topics or the partitions cannot be. */
export function checkLogOptions({ topics, partitions }: LogOptions): void {
  if (topics.length === 0) throw new LogOptionsError('an event log needs at least one topic');
  const wrong = topics.find((topic) => !TOPIC_NAME.test(topic));
  if (wrong !== undefined) {
    throw new LogOptionsError(
      `"${wrong}" is not a topic name: use letters, digits, ".", "_" and "-"`,
    );
  }
  if (partitions !== undefined && !(Number.isInteger(partitions) && partitions > 0)) {
    throw new LogOptionsError(`partitions must be a whole number from 1, not ${partitions}`);
  }
}
