import { FactRecorder } from '@throughline/aggregation';
import type { EventLog } from '@throughline/event-log';
import type { DeliveryEvent } from '@throughline/events';
import type { ClickHouseClient } from '@throughline/store';
import { batchesOf } from './messages.js';

/** How many events each store was brought so far: the offsets of a log only ever grow. */
const recorded = new WeakMap<ClickHouseClient, number>();

/** Brings events into a store as the metrics service does, batch after batch. */
export async function recordEvents(
  client: ClickHouseClient,
  events: readonly DeliveryEvent[],
): Promise<void> {
  // The log is where unusable messages go; events of the builders are all usable.
  const recorder = new FactRecorder(client, {} as EventLog, Date.now);
  const before = recorded.get(client) ?? 0;
  recorded.set(client, before + events.length);
  for (const batch of batchesOf(events, before)) await recorder.record(batch);
}
