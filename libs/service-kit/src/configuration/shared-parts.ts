import { ConfigurationError, type ConfigurationFault } from './configuration-error.js';
import type { Configuration } from './configuration.js';

const VARIABLES = {
  log: { variable: 'KAFKA_BROKERS', example: 'localhost:9092', what: 'the event log' },
  store: {
    variable: 'CLICKHOUSE_URL',
    example: 'http://default:@localhost:8123/throughline',
    what: 'the store',
  },
} as const;

/** What the separate services share, and only a server can hold for several processes. */
export type SharedPart = keyof typeof VARIABLES;

/** @throws ConfigurationError when a separate service is not told where a shared part is */
export function requireShared(configuration: Configuration, parts: readonly SharedPart[]): void {
  const given = {
    log: configuration.kafka !== undefined,
    store: configuration.clickhouseUrl !== undefined,
  };
  const faults = parts
    .filter((part) => !given[part])
    .map((part): ConfigurationFault => {
      const { variable, example, what } = VARIABLES[part];
      return {
        where: variable,
        path: '',
        message: `is not set: services of their own share ${what}, and the embedded one belongs to one process`,
        hint: `set it, for example to ${example}, or run everything in one process with npm start`,
      };
    });
  if (faults.length > 0) throw new ConfigurationError(faults);
}
