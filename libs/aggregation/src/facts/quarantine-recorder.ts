import {
  type QuarantinedEvent,
  quarantinedEventSchema,
  type Settlement,
  settlementSchema,
} from '@throughline/events';
import type { LogMessage, MessageBatch } from '@throughline/event-log';
import { type ClickHouseClient, insertQuarantined, insertSettlements } from '@throughline/store';

/** Brings what is in quarantine, and what was done about it, into the store, where it can be listed. */
export class QuarantineRecorder {
  constructor(private readonly client: ClickHouseClient) {}

  async record(batch: MessageBatch): Promise<void> {
    const entries: QuarantinedEvent[] = [];
    const settlements: Settlement[] = [];
    for (const message of batch.messages) {
      const said = parseJson(message.value.toString('utf8'));
      const settlement = settlementSchema.safeParse(said);
      if (settlement.success) settlements.push(settlement.data);
      else entries.push(readEntry(said, message));
    }
    await insertQuarantined(this.client, entries);
    await insertSettlements(this.client, settlements);
  }
}

/**
 * A message on the quarantine topic that is not of our form is itself put in quarantine, as it
 * came: there is nowhere further to send it.
 */
function readEntry(said: unknown, message: LogMessage): QuarantinedEvent {
  const parsed = quarantinedEventSchema.safeParse(said);
  if (parsed.success) return parsed.data;
  const { topic, partition, offset, appendedAt, value } = message;
  return {
    id: `${topic}/${partition}/${offset}`,
    receivedAt: appendedAt,
    source: 'log',
    reason: { code: 'invalid_message', message: 'a message of the quarantine is not of its form' },
    faults: [],
    payload: value.toString('base64'),
    encoding: 'base64',
    origin: { topic, partition, offset },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
