import type { Producer } from 'kafkajs';
import { Kafka, logLevel } from 'kafkajs';
import type { LogObserver } from '../log-observer.js';
import type { KafkaLogin, KafkaLogOptions } from './kafka-log-options.js';

/** A broker that takes longer is treated as gone: somebody waits for the answer. */
const CONNECTION_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 10_000;

/** About 6 s in all: a broker that restarts is waited for, a cluster that is away becomes an error. */
const RETRY = { initialRetryTime: 100, multiplier: 2, maxRetryTime: 2_000, retries: 6 };

/**
 * kafkajs says so of every idempotent producer whose retries end. It is right, and the sender acts on it: no
 * producer is used on after a failure.
 */
const KNOWN_WARNING = 'Limiting retries for the idempotent producer may invalidate EoS guarantees';

/** The client that all connections of one log come from. Connects nowhere yet. */
export function kafkaClient(options: KafkaLogOptions, observe: LogObserver): Kafka {
  const { brokers, clientId = 'throughline', tls, login } = options;
  return new Kafka({
    clientId,
    brokers: [...brokers],
    ssl: tls,
    sasl: login && saslOf(login),
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    retry: RETRY,
    logLevel: logLevel.WARN,
    logCreator:
      () =>
      ({ namespace, level, log }) => {
        if (log.message === KNOWN_WARNING) return;
        const text = `${namespace}: ${log.message}`;
        observe({ kind: 'driver', level: level === logLevel.WARN ? 'warn' : 'error', text });
      },
  });
}

/** A producer whose retries store nothing twice. Not connected yet. */
export function idempotentProducer(kafka: Kafka): Producer {
  return kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    // The partition is a matter of the key and of the count every topic has, not of what a broker reports.
    createPartitioner:
      () =>
      ({ message }) =>
        message.partition ?? 0,
  });
}

/** kafkajs has a type for each mechanism, so they have to be told apart. */
function saslOf({ mechanism, username, password }: KafkaLogin) {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}
