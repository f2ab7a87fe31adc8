import { ProblemError } from './problem-error.js';
import type { ProblemContext } from './problem-error.js';

type Unavailable = 'TL_LOG_UNAVAILABLE' | 'TL_STORE_UNAVAILABLE' | 'TL_RATE_LIMITED';

/** A problem that goes away by itself: says after how many whole seconds to try again. */
export function retryLater(
  code: Unavailable,
  retryAfterSeconds: number,
  context: Pick<ProblemContext, 'detail' | 'cause'> = {},
): ProblemError {
  return new ProblemError(code, {
    ...context,
    headers: { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) },
  });
}

/** One thing that is wrong with the query string. */
export interface QueryFault {
  /** The parameter's name. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export function invalidQuery(faults: readonly QueryFault[]): ProblemError {
  return new ProblemError('TL_INVALID_QUERY', {
    detail: faults.map(({ path, message }) => `${path}: ${message}`).join('; '),
    extras: { faults },
  });
}
