import { z } from 'zod';
import { list, trueOrFalse, wholeNumberIn } from './variable-values.js';

const SASL_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

export interface KafkaSettings {
  /** `host:port`, at least one. */
  readonly brokers: readonly string[];
  readonly ssl: boolean;
  readonly sasl?:
    | {
        readonly mechanism: (typeof SASL_MECHANISMS)[number];
        readonly username: string;
        readonly password: string;
      }
    | undefined;
  /** Partitions of a topic that we create; the log's own default if not set. */
  readonly partitions?: number | undefined;
  /** Copies of each partition of a topic that we create; the broker's default if not set. */
  readonly replicationFactor?: number | undefined;
}

const broker = z
  .string()
  .regex(
    /^(?:[^\s:/]+|\[[0-9a-f:]+\]):\d{1,5}$/i,
    'needs each broker as host:port, separated by commas',
  );

/** Meant to be spread into the schema of all variables. */
export const kafkaVariables = {
  KAFKA_BROKERS: list(broker).optional(),
  KAFKA_SSL: trueOrFalse.default(false),
  KAFKA_SASL_MECHANISM: z.string().toLowerCase().pipe(z.enum(SASL_MECHANISMS)).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  KAFKA_PARTITIONS: wholeNumberIn(1, 10_000).optional(),
  KAFKA_REPLICATION_FACTOR: wholeNumberIn(1, 100).optional(),
};

type KafkaValues = z.output<z.ZodObject<typeof kafkaVariables>>;

/** Refuses half a SASL login: it would otherwise fail only at the broker, and with less to go by. */
export function checkSasl(values: KafkaValues, context: z.RefinementCtx): void {
  const enabled = values.KAFKA_SASL_MECHANISM !== undefined;
  for (const name of ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD'] as const) {
    if (enabled === (values[name] !== undefined)) continue;
    context.addIssue({
      code: 'custom',
      path: [name],
      message: enabled
        ? 'is needed because KAFKA_SASL_MECHANISM is set'
        : 'has no effect because KAFKA_SASL_MECHANISM is not set',
    });
  }
}

/** `undefined` without brokers: the embedded log is used then. */
export function kafkaSettings(values: KafkaValues): KafkaSettings | undefined {
  if (values.KAFKA_BROKERS === undefined) return undefined;
  const { KAFKA_SASL_MECHANISM: mechanism } = values;
  return {
    brokers: values.KAFKA_BROKERS,
    ssl: values.KAFKA_SSL,
    sasl: mechanism && {
      mechanism,
      username: values.KAFKA_SASL_USERNAME ?? '',
      password: values.KAFKA_SASL_PASSWORD ?? '',
    },
    partitions: values.KAFKA_PARTITIONS,
    replicationFactor: values.KAFKA_REPLICATION_FACTOR,
  };
}
