import { RecordTooLargeError, UnknownTopicError } from './errors.js';
import type { LogRecord } from './event-log.js';

/** The most one record may hold (key, value and headers, in bytes): twice the largest request the ingestor takes. */
export const MAX_RECORD_BYTES = 32 * 1024 * 1024;

/** Bytes of a record as Kafka and the embedded log write it, give or take the framing. */
export function recordBytes({ key, value, headers }: LogRecord): number {
  let bytes = Buffer.byteLength(key) + value.length + RECORD_FRAMING_BYTES;
  for (const [name, text] of Object.entries(headers ?? {})) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(text) + HEADER_FRAMING_BYTES;
  }
  return bytes;
}

/** Upper bounds of Kafka's variable-length framing. */
const RECORD_FRAMING_BYTES = 32;
const HEADER_FRAMING_BYTES = 10;

/** Refuses an append that can never succeed before any of it is written. */
export function checkRecords(records: readonly LogRecord[], topics: ReadonlySet<string>): void {
  for (const record of records) {
    if (!topics.has(record.topic)) throw new UnknownTopicError(record.topic, [...topics]);
    const bytes = recordBytes(record);
    if (bytes > MAX_RECORD_BYTES) {
      throw new RecordTooLargeError(
        `a record of "${record.topic}" has ${bytes} bytes; the log carries up to ${MAX_RECORD_BYTES}`,
      );
    }
  }
}
