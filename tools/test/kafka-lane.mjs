import { KafkaContainer } from '@testcontainers/kafka';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KafkaUnavailableError } from '../kafka/kafka-unavailable-error.mjs';
import { startKafka } from '../kafka/kafka.mjs';
import { whyNoDocker } from './docker.mjs';

/** Confluent Platform 8.0 is Apache Kafka 4.0; testcontainers knows how to start that distribution. */
const IMAGE = 'confluentinc/cp-kafka:8.0.3';

const name = 'kafka';

/**
 * Real brokers for the tests: those of `KAFKA_BROKERS`, else a container, else Java and Maven.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<import('./lane.mjs').Lane>}
 */
export async function openKafkaLane(env) {
  if (env.KAFKA_BROKERS) {
    return open(env.KAFKA_BROKERS, `the brokers ${env.KAFKA_BROKERS}`, async () => {});
  }
  const reasons = [];
  for (const way of [byDocker, byJava]) {
    const outcome = await way();
    if ('how' in outcome) return outcome;
    reasons.push(outcome.skipped);
  }
  return { name, skipped: `${reasons.join('; ')} (or name running brokers in KAFKA_BROKERS)` };
}

/** @returns {Promise<import('./lane.mjs').Lane>} */
async function byDocker() {
  const reason = await whyNoDocker();
  if (reason) return { name, skipped: reason };
  try {
    const container = await new KafkaContainer(IMAGE)
      .withEnvironment({
        KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
        KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      })
      .start();
    const brokers = `${container.getHost()}:${container.getMappedPort(9093)}`;
    return open(brokers, `${IMAGE} in Docker`, async () => void (await container.stop()));
  } catch (error) {
    return { name, skipped: `Docker did not start ${IMAGE}: ${error.message}` };
  }
}

/** @returns {Promise<import('./lane.mjs').Lane>} */
async function byJava() {
  const dir = await mkdtemp(join(tmpdir(), 'throughline-kafka-'));
  const removeDir = () => rm(dir, { recursive: true, force: true });
  try {
    const kafka = await startKafka({ dir, say: console.error });
    return open(kafka.brokers, 'Apache Kafka by Java', async () => {
      await kafka.stop();
      await removeDir();
    });
  } catch (error) {
    await removeDir();
    // A broker that could run here and does not is a fault to look into, not a lane to skip.
    if (!(error instanceof KafkaUnavailableError)) throw error;
    return { name, skipped: error.message };
  }
}

/**
 * @param {string} brokers
 * @param {string} how
 * @param {() => Promise<void>} stop
 * @returns {import('./lane.mjs').OpenLane}
 */
function open(brokers, how, stop) {
  return { name, how, environment: { THROUGHLINE_TEST_BROKERS: brokers }, stop };
}
