import type { ConnectionOptions } from 'node:tls';
import type { LogOptions } from '../log-options.js';

/** How the brokers know who connects. */
export interface KafkaLogin {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
  readonly username: string;
  readonly password: string;
}

export interface KafkaLogOptions extends LogOptions {
  /** `host:port` of some brokers; the others are learned from them. */
  readonly brokers: readonly string[];
  /** The name in the brokers' logs and quotas. Default: `throughline`. */
  readonly clientId?: string;
  /** `true` trusts the authorities Node trusts; otherwise Node's TLS options. Default: no encryption. */
  readonly tls?: boolean | ConnectionOptions;
  readonly login?: KafkaLogin;
  /** Copies of every topic that is created. Default: the brokers' own default. */
  readonly replicationFactor?: number;
  /**
   * How long the group waits for a sign of life of a member before it gives its partitions to others, in
   * milliseconds. Within the bounds the brokers set (usually from 6 s). Default: 30 s.
   */
  readonly sessionTimeoutMs?: number;
}
