import { join } from 'node:path';
import { ALL_TOPICS } from '@throughline/events';
import { openEmbeddedEventLog } from './embedded/open-embedded-event-log.js';
import type { EventLog } from './event-log.js';
import { openKafkaEventLog } from './kafka/kafka-event-log.js';
import type { KafkaLogin } from './kafka/kafka-log-options.js';
import type { LogObserver } from './log-observer.js';

/** Which log to open: Kafka where brokers are named, else the embedded one. */
export interface EventLogPlace {
  readonly kafka?:
    | {
        readonly brokers: readonly string[];
        readonly ssl: boolean;
        readonly sasl?: KafkaLogin | undefined;
        readonly partitions?: number | undefined;
        readonly replicationFactor?: number | undefined;
      }
    | undefined;
  /** The embedded log is in the folder `log` of it. */
  readonly dataDirectory: string;
  readonly observe: LogObserver;
}

/** Opens the platform's log with all its topics. */
export function openEventLog({ kafka, dataDirectory, observe }: EventLogPlace): Promise<EventLog> {
  if (kafka === undefined) {
    return openEmbeddedEventLog({
      directory: join(dataDirectory, 'log'),
      topics: ALL_TOPICS,
      observe,
    });
  }
  const { brokers, ssl, sasl, partitions, replicationFactor } = kafka;
  return openKafkaEventLog({
    brokers,
    topics: ALL_TOPICS,
    observe,
    tls: ssl,
    ...(sasl && { login: sasl }),
    ...(partitions !== undefined && { partitions }),
    ...(replicationFactor !== undefined && { replicationFactor }),
  });
}
