import { describe, expect, it } from '@jest/globals';
import { parseEnvironment } from './environment.js';

const faultsOf = (variables: Record<string, string>): string => {
  try {
    parseEnvironment(variables);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('the environment', () => {
  it('may be empty: one process on loopback with everything embedded', () => {
    expect(parseEnvironment({ KAFKA_BROKERS: '', THROUGHLINE_PORT: '' })).toEqual({
      host: '127.0.0.1',
      port: 4680,
      dataDirectory: '.throughline',
      configurationFile: undefined,
      identityKey: undefined,
      accepts: [
        'commit',
        'artifact',
        'change',
        'review',
        'deployment',
        'verdict',
        'incident',
        'service',
        'activity',
        'feedback',
      ],
      clickhouseUrl: undefined,
      logLevel: 'info',
      kafka: undefined,
    });
  });

  it('leads to Kafka over TLS with a login', () => {
    const { kafka } = parseEnvironment({
      KAFKA_BROKERS: 'one:9092, [::1]:9093',
      KAFKA_SSL: 'true',
      KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
      KAFKA_SASL_USERNAME: 'throughline',
      KAFKA_SASL_PASSWORD: 'hunter2',
      KAFKA_PARTITIONS: '12',
      KAFKA_REPLICATION_FACTOR: '3',
    });
    expect(kafka).toEqual({
      brokers: ['one:9092', '[::1]:9093'],
      ssl: true,
      sasl: { mechanism: 'scram-sha-512', username: 'throughline', password: 'hunter2' },
      partitions: 12,
      replicationFactor: 3,
    });
  });

  it('names every variable that is wrong, with a hint, and no value: it may be a secret', () => {
    const message = faultsOf({
      THROUGHLINE_PORT: '65536',
      KAFKA_BROKERS: 'broker-without-port',
      KAFKA_SSL: 'yes',
      INGESTOR_ACCEPTS: 'commit, deploymnet',
      CLICKHOUSE_URL: 'clickhouse:s3cret@host',
      THROUGHLINE_IDENTITY_KEY: 's3cret',
      LOG_LEVEL: 'inof',
    });
    expect(message.split('\n').sort()).toEqual([
      'CLICKHOUSE_URL: is not http(s)://user:password@host:8123/database',
      expect.stringMatching(/^INGESTOR_ACCEPTS: .*; did you mean "deployment"\?$/),
      'KAFKA_BROKERS: needs each broker as host:port, separated by commas',
      expect.stringMatching(/^KAFKA_SSL: is neither true nor false/),
      expect.stringMatching(/^LOG_LEVEL: .*; did you mean "info"\?$/),
      'THROUGHLINE_IDENTITY_KEY: is shorter than 16 characters',
      'THROUGHLINE_PORT: is not a whole number from 0 to 65535',
    ]);
    expect(message).not.toContain('s3cret');
  });

  it('with half a login is refused', () => {
    expect(faultsOf({ KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'me' })).toBe(
      'KAFKA_SASL_PASSWORD: is needed because KAFKA_SASL_MECHANISM is set',
    );
    expect(faultsOf({ KAFKA_SASL_USERNAME: 'me' })).toBe(
      'KAFKA_SASL_USERNAME: has no effect because KAFKA_SASL_MECHANISM is not set',
    );
  });

  it('tells the port that Kubernetes sets for a Service of our name from a typing error', () => {
    expect(faultsOf({ THROUGHLINE_PORT: 'tcp://10.0.0.7:4680' })).toContain('enableServiceLinks');
  });
});
