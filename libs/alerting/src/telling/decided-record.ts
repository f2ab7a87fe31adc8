import type { LogRecord } from '@throughline/event-log';
import { type DecidedMessage, TOPICS } from '@throughline/events';

/** The message that something was decided, keyed so that one teller sees all of an environment. */
export function decidedRecord(message: DecidedMessage, key: string): LogRecord {
  return { topic: TOPICS.alerts, key, value: Buffer.from(JSON.stringify(message)) };
}
