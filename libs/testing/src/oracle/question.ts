import type { OracleInterval, OraclePeriod } from './calendar.js';
import type { OracleConfiguration } from './catalogue.js';
import type { OracleDefinition } from './definitions.js';

export type OracleGrouping = 'none' | 'service' | 'team' | 'repository' | 'environment';

/** The question of `GET /v1/metrics`, with every default said. Times are epoch milliseconds. */
export interface OracleQuestion extends OraclePeriod {
  readonly definition: OracleDefinition;
  readonly interval: OracleInterval;
  readonly groupBy: OracleGrouping;
  readonly timezone: string;
  /** The environments that are production; of these `environments` are asked for. */
  readonly production: readonly string[];
  readonly environments: readonly string[];
  readonly services?: readonly string[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly repositories?: readonly string[] | undefined;
  /** The services that the configuration names. */
  readonly configuration: OracleConfiguration;
  /** When it is asked. */
  readonly now: number;
}
