import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';

const START_DEADLINE_MS = 120_000;

/**
 * Resolves once the broker answers over Kafka's own protocol and counts itself among the brokers alive: an open port
 * alone comes seconds before that.
 *
 * @param {string} address `host:port`
 * @param {() => void} stillRunning throws when the broker has ended
 */
export async function waitUntilReady(address, stillRunning) {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await countsABroker(address))) {
    stillRunning();
    if (Date.now() > deadline) {
      throw new Error(
        `the broker at ${address} did not answer within ${START_DEADLINE_MS / 1000} s`,
      );
    }
    await pause(100);
  }
}

/** @param {string} address */
async function countsABroker(address) {
  const admin = new Kafka({
    brokers: [address],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 5000,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    return brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
}
