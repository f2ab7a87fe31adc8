import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { LogMessage } from '../event-log.js';

/** Offsets come as text, for Kafka's go up to 2^63; ours stay below 2^53 for longer than anybody will run this. */
export function toLogMessage(topic: string, partition: number, message: KafkaMessage): LogMessage {
  return {
    topic,
    partition,
    offset: Number(message.offset),
    key: message.key?.toString() ?? '',
    // A tombstone, which only others could have written, is a message without bytes.
    value: message.value ?? Buffer.alloc(0),
    headers: toHeaders(message.headers),
    appendedAt: Number(message.timestamp),
  };
}

/** A header that is there several times counts with its last value. */
function toHeaders(headers: IHeaders = {}): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) texts[name] = last.toString();
  }
  return texts;
}
