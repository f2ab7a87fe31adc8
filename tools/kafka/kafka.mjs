import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports.mjs';
import { resolveJars } from './jars.mjs';
import { findJava } from './java.mjs';
import { serverProperties } from './server-properties.mjs';
import { waitUntilReady } from './wait-until-ready.mjs';

const LOGGING = fileURLToPath(new URL('log4j2.properties', import.meta.url));

/** A cluster's id is 16 bytes in unpadded base64; a cluster of one node needs no random one. */
const CLUSTER_ID = Buffer.from('throughline-node').toString('base64url');

/** A broker that has not ended this long after SIGTERM is killed. */
const STOP_DEADLINE_MS = 30_000;

/**
 * @typedef {object} RunningKafka
 * @property {string} brokers what clients connect to: `127.0.0.1:PORT`
 * @property {Promise<void>} ended resolves when the broker's process has ended, for whatever reason
 * @property {() => Promise<void>} stop ends it in order: logs flushed, groups left
 * @property {() => Promise<void>} kill ends it as a crash would (SIGKILL); the folder can be started again
 */

/**
 * Starts a single Apache Kafka broker (KRaft) on loopback and resolves when it serves clients.
 *
 * @param {object} options
 * @param {string} options.dir the broker's folder; one that was used before is continued
 * @param {number} [options.port] 0 (the default) takes any free one
 * @param {number} [options.controllerPort] 0 (the default) takes any free one
 * @param {(line: string) => void} [options.say] told what takes long
 * @returns {Promise<RunningKafka>}
 * @throws {import('./kafka-unavailable-error.mjs').KafkaUnavailableError} without Java 17 or (the first time) Maven
 */
export async function startKafka({ dir, port = 0, controllerPort = 0, say }) {
  const java = findJava();
  const classPath = join(resolveJars(say), '*');
  const folder = resolve(dir);
  const [clientPort, quorumPort] = await freePorts([port, controllerPort]);
  mkdirSync(folder, { recursive: true });
  const properties = join(folder, 'server.properties');
  const log = join(folder, 'server.log');
  writeFileSync(
    properties,
    serverProperties({ dir: folder, port: clientPort, controllerPort: quorumPort }),
  );
  const flags = [
    '-Xms128m',
    '-Xmx512m',
    '-XX:+UseSerialGC',
    `-Dlog4j2.configurationFile=${LOGGING}`,
    `-Dthroughline.kafka.log=${log}`,
    '-cp',
    classPath,
  ];
  format(java, flags, folder, properties);

  const output = openSync(log, 'a');
  const child = spawn(java, [...flags, 'kafka.Kafka', properties], {
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const ended = once(child, 'exit').then(() => undefined);
  // Whatever ends this process, short of its own SIGKILL, takes the broker along.
  const killAtExit = () => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  void ended.then(() => process.removeListener('exit', killAtExit));

  const brokers = `127.0.0.1:${clientPort}`;
  try {
    await waitUntilReady(brokers, () => {
      if (hasEnded(child)) throw new Error(`Kafka ended while it started:\n${tail(log)}`);
    });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return { brokers, ended, stop: () => stop(child, ended), kill: () => kill(child, ended) };
}

/**
 * Writes the metadata a KRaft broker refuses to start without; a folder that has it keeps it.
 *
 * @param {string} java
 * @param {string[]} flags
 * @param {string} folder
 * @param {string} properties
 */
function format(java, flags, folder, properties) {
  if (existsSync(join(folder, 'data', 'meta.properties'))) return;
  const words = [
    'format',
    '--cluster-id',
    CLUSTER_ID,
    '--config',
    properties,
    '--ignore-formatted',
  ];
  const run = spawnSync(java, [...flags, 'kafka.tools.StorageTool', ...words], {
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    throw new Error(`Kafka could not format ${folder}:\n${run.stdout}${run.stderr}`);
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} ended
 */
async function stop(child, ended) {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  await ended;
  clearTimeout(forced);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} ended
 */
async function kill(child, ended) {
  if (!hasEnded(child)) child.kill('SIGKILL');
  await ended;
}

/** @param {import('node:child_process').ChildProcess} child */
function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null;
}

/** @param {string} log */
function tail(log) {
  return existsSync(log)
    ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
    : '(no log)';
}
