import { FactRecorder } from '@throughline/aggregation';
import type { EventLog } from '@throughline/event-log';
import type { DeliveryEvent } from '@throughline/events';
import type { ClickHouseClient } from '@throughline/store';
import { batchesOf } from './messages.js';

/** Brings events into a store as the metrics service does, batch after batch. */
export async function recordEvents(
  client: ClickHouseClient,
  events: readonly DeliveryEvent[],
): Promise<void> {
  // The log is where unusable messages go; events of the builders are all usable.
  const recorder = new FactRecorder(client, {} as EventLog, Date.now);
  for (const batch of batchesOf(events)) await recorder.record(batch);
}
