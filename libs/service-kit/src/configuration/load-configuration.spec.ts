import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeConfiguration } from './describe-configuration.js';
import { loadConfiguration } from './load-configuration.js';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'configuration-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

const load = (variables: Record<string, string> = {}) =>
  loadConfiguration({ variables, workingDirectory: directory });

const TOKEN = `tokens: [{ name: ci, sha256: "${'a'.repeat(64)}", scopes: [ingest, read] }]\n`;

describe('the configuration', () => {
  it('is read from throughline.yaml if it is there, and nothing is written', async () => {
    expect(load().file).toBeUndefined();
    await writeFile(join(directory, 'throughline.yaml'), TOKEN);
    const configuration = load({ THROUGHLINE_DATA_DIR: 'data' });
    expect(configuration.file).toBe(join(directory, 'throughline.yaml'));
    expect(configuration.tokens).toHaveLength(1);
    expect(configuration.dataDirectory).toBe(join(directory, 'data'));
    expect(await readdir(directory)).toEqual(['throughline.yaml']);
  });

  it('is refused when the file that was asked for is not there', () => {
    expect(() => load({ THROUGHLINE_CONFIG: 'other.yaml' })).toThrow(
      /^THROUGHLINE_CONFIG: cannot be read: .*other\.yaml/,
    );
  });

  it('is refused when the file is wrong, by the name it was asked for with', async () => {
    await writeFile(join(directory, 'other.yaml'), 'service: {}\n');
    expect(() => load({ THROUGHLINE_CONFIG: 'other.yaml' })).toThrow(
      'other.yaml:1:1 service: unknown key; did you mean "services"?',
    );
  });

  it('lets other machines in only when there is a token', async () => {
    for (const host of ['0.0.0.0', '::', '192.168.1.5', 'throughline.example', '128.0.0.1']) {
      expect(() => load({ THROUGHLINE_HOST: host })).toThrow(
        /no token is configured.*token create/,
      );
    }
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1', '::ffff:127.0.0.1']) {
      expect(load({ THROUGHLINE_HOST: host }).http.host).toBe(host);
    }
    await writeFile(join(directory, 'throughline.yaml'), TOKEN);
    expect(load({ THROUGHLINE_HOST: '0.0.0.0' }).http.host).toBe('0.0.0.0');
  });
});

describe('the description', () => {
  it('says what applies, without a secret', async () => {
    await writeFile(
      join(directory, 'throughline.yaml'),
      `${TOKEN}sources: { github: { secrets: [hunter2] }, jenkins: {} }\nservices: { api: { team: payments } }\n`,
    );
    const text = describeConfiguration(
      load({
        CLICKHOUSE_URL: 'https://me:hunter2@db.example:8123/throughline',
        KAFKA_BROKERS: 'one:9092',
        KAFKA_SASL_MECHANISM: 'plain',
        KAFKA_SASL_USERNAME: 'me',
        KAFKA_SASL_PASSWORD: 'hunter2',
        THROUGHLINE_IDENTITY_KEY: 'hunter2-hunter2-',
        INGESTOR_ACCEPTS: 'deployment,incident',
      }),
    );
    expect(text).toEqual([
      `The configuration was read from ${join(directory, 'throughline.yaml')}.`,
      'HTTP listens on 127.0.0.1, port 4680.',
      'Events are kept in Kafka at one:9092, logged in as me.',
      'Facts are kept in ClickHouse at https://db.example:8123/throughline.',
      'People are hashed with the key from THROUGHLINE_IDENTITY_KEY.',
      'An ingestor accepts only events of type deployment, incident.',
      'Environments called production, prod, live are production.',
      'Service api belongs to payments.',
      'Webhooks of github are verified with one secret.',
      'Webhooks of jenkins are refused: it has neither a secret nor `unsigned: true`.',
      'Token ci may ingest, read.',
      'Rule change-failures raises an alert when changes fail more often than is usual; told are owners.',
    ]);
  });

  it('warns of what is open and of what several ingestors would do apart', () => {
    const text = describeConfiguration(load({ KAFKA_BROKERS: 'one:9092' })).join('\n');
    expect(text).toContain('No token is configured');
    expect(text).toContain('set THROUGHLINE_IDENTITY_KEY');
  });
});
