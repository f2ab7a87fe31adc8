import type { EventType } from '@throughline/events';
import type { ConfigurationFile } from './configuration-file-schema.js';
import type { LogLevel } from './environment.js';
import type { KafkaSettings } from './kafka-environment.js';

/** Everything a process was told, parsed and checked once at its start. */
export interface Configuration extends ConfigurationFile {
  /** Port 0 lets the system choose one. */
  readonly http: { readonly host: string; readonly port: number };
  /** Absolute path of the embedded log, the embedded ClickHouse and the identity key. */
  readonly dataDirectory: string;
  /** `undefined`: the embedded log is used. */
  readonly kafka: KafkaSettings | undefined;
  /** `http(s)://user:password@host:8123/database`; `undefined`: the embedded ClickHouse is used. */
  readonly clickhouseUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** The types of events an ingestor takes; it refuses others by name. */
  readonly accepts: readonly EventType[];
  /** As given by THROUGHLINE_IDENTITY_KEY; use `loadIdentityKey`, which also knows where one is kept. */
  readonly identityKey: string | undefined;
  /** Absolute path of the file that was read, if there was one. */
  readonly file: string | undefined;
}

/** Nest injection token of the `Configuration`. */
export const CONFIGURATION = Symbol('Configuration');
