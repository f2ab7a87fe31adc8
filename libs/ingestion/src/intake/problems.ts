import type { EventType } from '@throughline/events';
import { ProblemError } from '@throughline/service-kit';
import type { EntryFault } from '../request/entry.js';
import type { ReadyEvent, UnusableEntry } from './sort-out.js';

/** A request is told that many faults: with more of them, something is wrong with how it is made. */
const MOST_FAULTS = 100;

export function invalidEvents(unusable: readonly UnusableEntry[], sent: number): ProblemError {
  const faults = unusable
    .flatMap(({ index, faults }) => faults.map((fault) => ({ index, ...fault })))
    .slice(0, MOST_FAULTS);
  return new ProblemError('TL_INVALID_EVENTS', {
    detail:
      sent === 1
        ? 'The event is invalid and was not kept: mend what `faults` lists and send it again.'
        : `${unusable.length} of ${sent} events are invalid. Nothing was kept: ` +
          'mend them and send the request again, or add ?invalid=quarantine to keep the valid ones.',
    extras: { faults },
  });
}

export function typesNotAccepted(
  foreign: readonly ReadyEvent[],
  accepts: ReadonlySet<EventType>,
): ProblemError {
  const message = `is not accepted here; this ingestor accepts: ${[...accepts].join(', ')}`;
  const fault: EntryFault = { path: 'type', code: 'type_not_accepted', message };
  const faults = foreign.slice(0, MOST_FAULTS).map(({ index }) => ({ index, ...fault }));
  const types = [...new Set(foreign.map(({ type }) => type))].join(', ');
  return new ProblemError('TL_EVENT_TYPE_NOT_ACCEPTED', {
    detail: `Events of type ${types}: the type ${message}. Nothing of the request was kept.`,
    extras: { faults },
  });
}
