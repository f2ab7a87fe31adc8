/** What happens inside a log that operators want to see and count. */
export type LogHappening =
  | {
      readonly kind: 'batch-retried';
      readonly group: string;
      readonly topic: string;
      /** Attempts so far; the next one comes after `delayMs`. */
      readonly attempt: number;
      readonly delayMs: number;
      readonly error: unknown;
    }
  /** Consuming ended by itself; see {@link Consumption.done}. */
  | { readonly kind: 'consumption-failed'; readonly group: string; readonly error: unknown }
  /** Kafka: the group shared its partitions out anew, and this member joined. */
  | { readonly kind: 'rebalanced'; readonly group: string; readonly partitions: number }
  | { readonly kind: 'append-failed'; readonly records: number; readonly error: unknown }
  /** Embedded: messages older than the retention that every group has consumed are gone. */
  | {
      readonly kind: 'expired';
      readonly topic: string;
      readonly partition: number;
      readonly before: number;
    }
  /** A line of the driver's own log. */
  | { readonly kind: 'driver'; readonly level: 'warn' | 'error'; readonly text: string };

/** Called synchronously from inside the log, so it must be quick and must not throw. */
export type LogObserver = (happening: LogHappening) => void;
