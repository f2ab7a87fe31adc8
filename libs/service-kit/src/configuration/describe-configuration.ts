import { EVENT_TYPES } from '@throughline/events';
import { describeConfigurationFile } from './configuration-file-schema.js';
import type { Configuration } from './configuration.js';

/** What the configuration means, a sentence a line. Secrets, passwords and token hashes are left out. */
export function describeConfiguration(configuration: Configuration): string[] {
  const { http, file, dataDirectory, kafka, clickhouseUrl, identityKey, accepts } = configuration;
  return [
    file === undefined
      ? 'There is no throughline.yaml; the defaults apply.'
      : `The configuration was read from ${file}.`,
    `HTTP listens on ${http.host}, port ${http.port === 0 ? 'chosen by the system' : http.port}.`,
    kafka === undefined
      ? `Events are kept in the embedded log under ${dataDirectory}.`
      : `Events are kept in Kafka at ${kafka.brokers.join(', ')}${kafka.ssl ? ' over TLS' : ''}${
          kafka.sasl === undefined ? '' : `, logged in as ${kafka.sasl.username}`
        }.`,
    clickhouseUrl === undefined
      ? `Facts are kept in the embedded ClickHouse under ${dataDirectory}.`
      : `Facts are kept in ClickHouse at ${withoutLogin(clickhouseUrl)}.`,
    describeIdentity(identityKey, kafka !== undefined),
    ...(accepts.length === EVENT_TYPES.length
      ? []
      : [`An ingestor accepts only events of type ${accepts.join(', ')}.`]),
    ...describeConfigurationFile(configuration),
  ];
}

function describeIdentity(key: string | undefined, shared: boolean): string {
  if (key !== undefined) return 'People are hashed with the key from THROUGHLINE_IDENTITY_KEY.';
  const own = 'People are hashed with the key in identity.key in the data directory.';
  return shared
    ? `${own} Ingestors with separate data directories hash the same person differently: set THROUGHLINE_IDENTITY_KEY.`
    : own;
}

function withoutLogin(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}
