import { setTimeout as delay } from 'node:timers/promises';
import { BatchAbandonedError } from './errors.js';
import type { BatchHandler, MessageBatch } from './event-log.js';
import type { LogObserver } from './log-observer.js';
import type { RetryPolicy } from './log-options.js';

export interface HandOver {
  readonly group: string;
  readonly handle: BatchHandler;
  readonly retry: RetryPolicy;
  readonly observe: LogObserver;
  /** Ends the waiting between attempts; never interrupts an attempt. */
  readonly stopping: AbortSignal;
}

/**
 * Hands a batch over until it is handled.
 *
 * @returns whether it was: `false` when stopping came first, and the batch must not be committed.
 * @throws BatchAbandonedError when the last attempt failed.
 */
export async function handOver(batch: MessageBatch, to: HandOver): Promise<boolean> {
  const { group, handle, retry, observe, stopping } = to;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await handle(batch);
      return true;
    } catch (error) {
      if (attempt >= retry.attempts) {
        throw new BatchAbandonedError(group, batch.topic, attempt, error);
      }
      const delayMs = Math.min(retry.firstDelayMs * 2 ** (attempt - 1), retry.longestDelayMs);
      observe({ kind: 'batch-retried', group, topic: batch.topic, attempt, delayMs, error });
      await delay(delayMs, undefined, { signal: stopping }).catch(() => undefined);
      if (stopping.aborted) return false;
    }
  }
}
