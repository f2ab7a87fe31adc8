import type { LogMessage, MessageBatch } from '@throughline/event-log';
import {
  type DeliveryEvent,
  parseEvent,
  partitionKeyOf,
  serialiseEvent,
  topicOf,
} from '@throughline/events';

/** Reads an event that a test wrote by hand; a faulty one is the test's mistake. */
export function eventOf(input: unknown, receivedAt = Date.UTC(2026, 0, 1)): DeliveryEvent {
  const parsed = parseEvent(input, receivedAt);
  if (!parsed.ok) throw new Error(`not an event: ${JSON.stringify(parsed.faults)}`);
  return parsed.event;
}

/**
 * Events as a consumer gets them: a batch for every run of events of one topic.
 *
 * @param firstOffset of the first of them
 */
export function batchesOf(
  events: readonly DeliveryEvent[],
  firstOffset = 0,
): readonly MessageBatch[] {
  const batches: { topic: string; messages: LogMessage[] }[] = [];
  for (const [index, event] of events.entries()) {
    const topic = topicOf(event);
    const message: LogMessage = {
      topic,
      partition: 0,
      offset: firstOffset + index,
      key: partitionKeyOf(event),
      value: Buffer.from(serialiseEvent(event)),
      headers: {},
      appendedAt: event.updatedAt,
    };
    const last = batches.at(-1);
    if (last?.topic === topic) last.messages.push(message);
    else batches.push({ topic, messages: [message] });
  }
  return batches;
}
