import { EVENT_TYPES } from '@throughline/events';
import { z } from 'zod';
import { ConfigurationError } from './configuration-error.js';
import { didYouMean } from './did-you-mean.js';
import type { Variables } from './interpolation.js';
import { checkSasl, kafkaSettings, kafkaVariables } from './kafka-environment.js';
import { list, wholeNumberIn } from './variable-values.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

const variables = z
  .object({
    THROUGHLINE_HOST: z.string().default('127.0.0.1'),
    THROUGHLINE_PORT: wholeNumberIn(0, 65_535).default(4680),
    THROUGHLINE_DATA_DIR: z.string().default('.throughline'),
    THROUGHLINE_CONFIG: z.string().optional(),
    THROUGHLINE_IDENTITY_KEY: z.string().min(16, 'is shorter than 16 characters').optional(),
    INGESTOR_ACCEPTS: list(z.enum(EVENT_TYPES)).default([...EVENT_TYPES]),
    CLICKHOUSE_URL: z
      .string()
      .refine(
        (text) => /^https?:/i.test(text) && URL.canParse(text),
        'is not http(s)://user:password@host:8123/database',
      )
      .optional(),
    LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
    ...kafkaVariables,
  })
  .superRefine(checkSasl);

export type Environment = ReturnType<typeof parseEnvironment>;

/**
 * Reads our environment variables; an empty one counts as not set, as `NAME=` in a compose file means.
 * @throws ConfigurationError naming each variable that cannot be understood, never its value: it may be a secret.
 */
export function parseEnvironment(environment: Variables) {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    throw new ConfigurationError(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return {
          where: name,
          path: '',
          message: issue.message,
          hint: hintFor(issue, name, set[name] ?? ''),
        };
      }),
    );
  }
  const { data } = parsed;
  return {
    host: data.THROUGHLINE_HOST,
    port: data.THROUGHLINE_PORT,
    dataDirectory: data.THROUGHLINE_DATA_DIR,
    configurationFile: data.THROUGHLINE_CONFIG,
    identityKey: data.THROUGHLINE_IDENTITY_KEY,
    accepts: data.INGESTOR_ACCEPTS,
    clickhouseUrl: data.CLICKHOUSE_URL,
    logLevel: data.LOG_LEVEL,
    kafka: kafkaSettings(data),
  };
}

function hintFor(issue: z.core.$ZodIssue, name: string, value: string): string | undefined {
  // Kubernetes sets NAME_PORT=tcp://… for every Service of the namespace, so one called "throughline" hits ours.
  if (name === 'THROUGHLINE_PORT' && value.startsWith('tcp://')) {
    return 'Kubernetes sets it for a Service of that name: set enableServiceLinks: false on the pod';
  }
  if (issue.code !== 'invalid_value') return undefined;
  const word = value.split(',')[Number(issue.path[1] ?? 0)] ?? value;
  return didYouMean(word.trim(), issue.values.map(String));
}
