import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { KafkaUnavailableError } from './kafka-unavailable-error.mjs';

/** Kafka 4 brokers need Java 17. */
const MINIMUM_JAVA = 17;

/**
 * The Java launcher to run the broker with: `JAVA_HOME`'s, else the one on the PATH.
 *
 * @returns {string}
 * @throws {KafkaUnavailableError} when there is none, or it is older than Java 17.
 */
export function findJava() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
  const answer = spawnSync(java, ['-version'], { encoding: 'utf8' });
  if (answer.error || answer.status !== 0) {
    throw new KafkaUnavailableError(
      `${java} does not run: install Java ${MINIMUM_JAVA} or newer, or point JAVA_HOME at one`,
    );
  }
  const major = majorVersion(answer.stderr);
  if (major < MINIMUM_JAVA) {
    throw new KafkaUnavailableError(
      `${java} is Java ${major}, and Kafka 4 needs ${MINIMUM_JAVA} or newer: point JAVA_HOME at one`,
    );
  }
  return java;
}

/**
 * @param {string} text what `java -version` prints, such as `openjdk version "17.0.15" 2025-04-15`
 * @returns {number} 0 when it cannot be told. Java 8 and older call themselves `1.8`: 1 is old enough an answer.
 */
function majorVersion(text) {
  return Number(/version "(\d+)/.exec(text)?.[1] ?? 0);
}
