import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KafkaUnavailableError } from './kafka-unavailable-error.mjs';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const TARGET = fileURLToPath(new URL('target', import.meta.url));

/**
 * The folder with every jar the broker needs. The first call has Maven fetch them; later ones need neither Maven nor a
 * network, until `pom.xml` changes.
 *
 * @param {(line: string) => void} [say] told before a wait that a person would wonder about
 * @returns {string}
 * @throws {KafkaUnavailableError} when Maven is missing or cannot resolve the jars.
 */
export function resolveJars(say = () => {}) {
  const folder = join(TARGET, `jars-${fingerprint(POM)}`);
  if (existsSync(folder)) return folder;
  say('fetching the Apache Kafka jars with Maven, once');
  mkdirSync(TARGET, { recursive: true });
  // The folder appears whole or not at all: an interrupted fetch must not look like a finished one.
  const unfinished = mkdtempSync(join(TARGET, 'fetching-'));
  try {
    copyDependencies(unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another process that fetched at the same time was first: its jars are the same.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** @param {string} folder */
function copyDependencies(folder) {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  const run = spawnSync('mvn', ['--quiet', '--batch-mode', '--file', POM, ...goal], {
    encoding: 'utf8',
  });
  if (run.error) {
    throw new KafkaUnavailableError('mvn does not run: install Maven 3.6 or newer to fetch Kafka');
  }
  if (run.status !== 0) {
    throw new KafkaUnavailableError(
      `Maven could not fetch Kafka's jars (exit ${run.status}):\n${run.stdout}${run.stderr}`,
    );
  }
}

/** @param {string} file */
function fingerprint(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}
