import { FactRecorder } from '../../../libs/aggregation/dist/index.js';
import {
  parseEvent,
  partitionKeyOf,
  serialiseEvent,
  topicOf,
} from '../../../libs/events/dist/index.js';
import { openStore } from '../../../libs/store/dist/index.js';

const EVENTS_A_BATCH = 20_000;

/**
 * Brings events into the store of a data directory as the metrics service does, batch after batch;
 * only the log is left out.
 *
 * @param {string} dataDirectory
 * @param {Iterable<object[]>} groups
 * @returns {Promise<Record<string, number>>} how many events of each type there were
 */
export async function fill(dataDirectory, groups) {
  const store = await openStore({ dataDirectory });
  const recorder = new FactRecorder(store.client, undefined, Date.now);
  const counts = {};
  const offsets = {};
  let batch = [];
  const flush = async () => {
    for (const topic of new Set(batch.map((message) => message.topic))) {
      await recorder.record({ topic, messages: batch.filter((one) => one.topic === topic) });
    }
    batch = [];
  };
  try {
    for (const events of groups) {
      for (const input of events) {
        counts[input.type] = (counts[input.type] ?? 0) + 1;
        const message = messageOf(input);
        offsets[message.topic] = (offsets[message.topic] ?? -1) + 1;
        batch.push({ ...message, offset: offsets[message.topic] });
      }
      if (batch.length >= EVENTS_A_BATCH) await flush();
    }
    await flush();
  } finally {
    await store.close();
  }
  return counts;
}

function messageOf(input) {
  const parsed = parseEvent(input, Date.now());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { event } = parsed;
  return {
    topic: topicOf(event),
    partition: 0,
    key: partitionKeyOf(event),
    value: Buffer.from(serialiseEvent(event)),
    headers: {},
    appendedAt: event.updatedAt,
  };
}
