export * from './event-log.js';
export * from './errors.js';
export type { LogHappening, LogObserver } from './log-observer.js';
export type { LogOptions, RetryPolicy } from './log-options.js';
export { DEFAULT_PARTITIONS, DEFAULT_RETENTION_MS, DEFAULT_RETRY } from './log-options.js';
export { MAX_RECORD_BYTES } from './record-limits.js';
export {
  openEmbeddedEventLog,
  type EmbeddedLogOptions,
} from './embedded/open-embedded-event-log.js';
export { quarantine, settle, type Unusable } from './quarantine.js';
export { KeepHandlerErrors } from './transport/keep-handler-errors.js';
export { LogTransport, type LogTransportOptions } from './transport/log-transport.js';
export { openKafkaEventLog } from './kafka/kafka-event-log.js';
export type { KafkaLogin, KafkaLogOptions } from './kafka/kafka-log-options.js';
export { type EventLogPlace, openEventLog } from './open-event-log.js';
