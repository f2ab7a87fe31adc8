import { join } from 'node:path';
import { openEmbeddedEventLog } from '@throughline/event-log';
import { ALL_TOPICS, type DeliveryEvent, parseStoredEvent } from '@throughline/events';
import { until } from './processes/until.js';

/** A group of nobody else's, so that it begins with the first message. */
const GROUP = 'test-reader';

/**
 * Every event in the log of a platform that has ended, as it was accepted.
 *
 * @param dataDirectory of the platform
 */
export async function readEvents(dataDirectory: string): Promise<readonly DeliveryEvent[]> {
  const events: DeliveryEvent[] = [];
  const log = await openEmbeddedEventLog({
    directory: join(dataDirectory, 'log'),
    topics: ALL_TOPICS,
  });
  try {
    await log.consume({ group: GROUP, topics: ALL_TOPICS }, ({ messages }) => {
      for (const { value } of messages) {
        const parsed = parseStoredEvent(JSON.parse(value.toString('utf8')));
        if (parsed.ok) events.push(parsed.event);
      }
      return Promise.resolve();
    });
    await until('the log to be read to its end', async () => {
      const behind = await log.lag(GROUP);
      return behind.every(({ lag }) => lag === 0) ? true : undefined;
    });
    return events;
  } finally {
    await log.close();
  }
}
