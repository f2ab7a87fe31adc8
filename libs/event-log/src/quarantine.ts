import { isUtf8 } from 'node:buffer';
import type { QuarantinedEvent, Settlement } from '@throughline/events';
import { TOPICS } from '@throughline/events';
import type { EventLog, LogRecord } from './event-log.js';

/** What is known of something unusable, and the bytes of it exactly as they came. */
export type Unusable = Omit<QuarantinedEvent, 'payload' | 'encoding'> & {
  readonly payload: Uint8Array;
};

/**
 * Keeps what cannot be used, with what is wrong with it, on the quarantine topic. Resolves only once it is
 * durable. When it rejects, the caller must not commit the batch it came from: it would be lost.
 *
 * @throws LogUnavailableError
 */
export async function quarantine(log: EventLog, unusable: readonly Unusable[]): Promise<void> {
  await log.append(unusable.map(quarantineRecord));
}

/**
 * Says what somebody did about an entry, on the same topic and with the same key as the entry itself.
 * Resolves only once it is durable.
 *
 * @throws LogUnavailableError
 */
export async function settle(log: EventLog, settlement: Settlement): Promise<void> {
  await log.append([
    {
      topic: TOPICS.quarantine,
      key: settlement.id,
      value: Buffer.from(JSON.stringify(settlement)),
      headers: { 'quarantine-settled': settlement.how },
    },
  ]);
}

/** The value is a {@link QuarantinedEvent} as JSON; the headers let tools sort them without reading it. */
function quarantineRecord({ payload, ...known }: Unusable): LogRecord {
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  // Text stays readable; bytes that are not UTF-8 would not survive being written as text.
  const encoding = isUtf8(bytes) ? 'utf8' : 'base64';
  const event: QuarantinedEvent = { ...known, payload: bytes.toString(encoding), encoding };
  const { origin } = known;
  return {
    topic: TOPICS.quarantine,
    key: known.id,
    value: Buffer.from(JSON.stringify(event)),
    headers: {
      'quarantine-source': known.source,
      'quarantine-reason': known.reason.code,
      ...(origin && {
        'quarantine-origin': `${origin.topic}/${origin.partition}/${origin.offset}`,
      }),
    },
  };
}
