import { hash } from 'node:crypto';
import type { Unusable } from '@throughline/event-log';
import type { Instant } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import type { Entry } from '../request/entry.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { UnusableEntry } from './sort-out.js';

interface Receipt {
  /** Who sent it: `api`, or the source of a webhook. */
  readonly source: string;
  readonly receivedAt: Instant;
}

/** What quarantine keeps of an entry: without people, otherwise ready to be mended and sent again. */
export function toQuarantine(
  { index, entry, faults }: UnusableEntry,
  pseudonyms: Pseudonyms,
  { source, receivedAt }: Receipt,
): Unusable {
  const payload = payloadOf(entry, index, pseudonyms);
  return {
    id: hash('sha256', `${source}\n${payload}`, 'hex').slice(0, 32),
    receivedAt,
    source,
    reason: { code: 'TL_INVALID_EVENTS', message: faults.map(inWords).join('; ') },
    faults: faults.map((fault) => ({ index, ...fault })),
    payload: Buffer.from(payload),
  };
}

function inWords({ path, message }: UnusableEntry['faults'][number]): string {
  return path === '' ? message : `${path} ${message}`;
}

function payloadOf({ value, raw }: Entry, index: number, pseudonyms: Pseudonyms): string {
  if (raw !== undefined) return raw;
  try {
    // `undefined` has no JSON; it comes from an envelope with nothing in it.
    return JSON.stringify(pseudonyms.applyToAll(value) ?? null);
  } catch (cause) {
    // JSON.parse reads values nested far deeper than JSON.stringify can write.
    throw new ProblemError('TL_BODY_NOT_JSON', {
      detail: `Event ${index} is nested too deeply to be kept. Nothing of the request was kept.`,
      cause,
    });
  }
}
