import { openKafkaEventLog } from '@throughline/event-log';
import { ALL_TOPICS } from '@throughline/events';

/**
 * The brokers that `npm test` found or started; `undefined` where there are none. Throughline's topics and its consumer
 * group have fixed names, so only one test at a time may run services on them: those of one file.
 */
export const TEST_BROKERS = process.env['THROUGHLINE_TEST_BROKERS'];

/** Appends a message that no ingestor would, to a topic of a running platform. */
export async function appendForeignMessage(
  brokers: string,
  topic: string,
  value: Buffer,
): Promise<void> {
  const log = await openKafkaEventLog({ brokers: brokers.split(','), topics: ALL_TOPICS });
  try {
    await log.append([{ topic, key: 'foreign', value }]);
  } finally {
    await log.close();
  }
}
