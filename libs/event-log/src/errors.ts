/** Every error of the log. `code` is stable: callers may branch on it. */
export abstract class EventLogError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = this.constructor.name;
  }
}

/** The log cannot take records now; the same append may succeed later. The ingestor answers 503. */
export class LogUnavailableError extends EventLogError {
  readonly code = 'log_unavailable';
}

export class LogClosedError extends EventLogError {
  readonly code = 'log_closed';

  constructor() {
    super('the event log is closed');
  }
}

/** A single record is beyond what the log carries; appending it again cannot succeed. */
export class RecordTooLargeError extends EventLogError {
  readonly code = 'record_too_large';
}

/** The log was asked to open with options that contradict themselves. */
export class LogOptionsError extends EventLogError {
  readonly code = 'log_options';
}

export class UnknownTopicError extends EventLogError {
  readonly code = 'unknown_topic';

  constructor(topic: string, known: readonly string[]) {
    super(`the event log has no topic "${topic}"; it was opened with ${known.join(', ')}`);
  }
}

/** The topics cannot be opened with the partitions asked for. */
export class PartitionCountError extends EventLogError {
  readonly code = 'partition_count';
}

/** Another log, of this process or another, has the directory open. */
export class DirectoryInUseError extends EventLogError {
  readonly code = 'directory_in_use';

  constructor(directory: string, owner: string) {
    super(
      `the event log in ${directory} is in use by ${owner}; end that process first, or give this one a directory of its own`,
    );
  }
}

/** The group already consumes the topic through this log. */
export class AlreadyConsumedError extends EventLogError {
  readonly code = 'already_consumed';

  constructor(group: string, topic: string) {
    super(`the group "${group}" already consumes "${topic}" through this log`);
  }
}

/** A batch failed every time it was handed over. It is not committed: the next start begins with it. */
export class BatchAbandonedError extends EventLogError {
  readonly code = 'batch_abandoned';

  constructor(group: string, topic: string, attempts: number, cause: unknown) {
    super(
      `a batch of "${topic}" failed ${attempts} times for the group "${group}"; it is kept and comes first at the next start`,
      { cause },
    );
  }
}

/** What is stored is not what this version of the log writes. */
export class DamagedLogError extends EventLogError {
  readonly code = 'damaged_log';
}

/** The log transport was asked for what a log does not do. */
export class TransportError extends EventLogError {
  readonly code = 'transport';
}
