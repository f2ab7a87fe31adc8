import { ProblemError } from '@throughline/service-kit';
import { MOST_EVENTS } from './entry.js';

export function tooManyEvents(): ProblemError {
  return new ProblemError('TL_BODY_TOO_LARGE', {
    detail: `The request has more than ${MOST_EVENTS} events: split it.`,
  });
}

export function emptyBody(): ProblemError {
  return new ProblemError('TL_BODY_NOT_JSON', {
    detail: 'The body is empty: send an event as a JSON object, several as an array or as NDJSON.',
  });
}
