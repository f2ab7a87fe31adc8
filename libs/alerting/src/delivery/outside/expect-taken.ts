import type { Instant } from '@throughline/events';
import { DeliveryError } from '../delivery-error.js';
import type { Answer } from './guarded-post.js';
import { readRetryAfter } from './retry-after.js';

/** What one kind of receiver means by its answers, beyond what HTTP says. */
export interface AnswerReading {
  /** Statuses at which the same notification will be refused again. */
  readonly final: readonly number[];
  /** What to do about a status, after a colon. */
  readonly mend: Readonly<Record<number, string>>;
  /**
   * What the answer says, in few words and without anything that was sent. Absent for receivers
   * whose answers are not known: whoever reads the list of deliveries is not to read with it what a
   * host of one's own network says.
   */
  readonly explain?: ((body: string) => string | undefined) | undefined;
}

const GONE = 410;

/**
 * Passes an answer that says the notification was taken (2xx).
 *
 * @throws {DeliveryError} for every other
 */
export function expectTaken(answer: Answer, reading: AnswerReading, now: Instant): void {
  const { status, place } = answer;
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400) {
    throw new DeliveryError(redirected(answer), { again: true });
  }
  const explained = reading.explain?.(answer.body);
  const said = explained === undefined ? '' : ` (${explained})`;
  if (status === GONE) {
    const mend = reading.mend[GONE] ?? 'take it out of the configuration, or enable it again';
    throw new DeliveryError(
      `${place} answered 410${said}: it wants nothing any more, so nothing is sent there; ${mend}`,
      { again: false, disabled: true },
    );
  }
  const mend = reading.mend[status] ?? MEND[status];
  throw new DeliveryError(
    `${place} answered ${status}${said}${mend === undefined ? '' : `: ${mend}`}`,
    {
      again: !reading.final.includes(status),
      retryAfterMs: readRetryAfter(answer.retryAfter, now),
    },
  );
}

const MEND: Readonly<Record<number, string>> = {
  401: 'it does not accept the secret or the token that is configured',
  403: 'it does not accept the secret or the token that is configured',
  404: 'there is nothing at the address that is configured',
  413: 'the notification is too large for it',
  429: 'too many requests at a time',
};

function redirected({ status, place, location }: Answer): string {
  // A path may be a secret; the host is what has to be right.
  const target =
    location !== undefined && URL.canParse(location, `http://${place}`)
      ? new URL(location, `http://${place}`)
      : undefined;
  const where = target === undefined ? 'elsewhere' : `to ${target.origin}`;
  return `${place} answered ${status} and points ${where}: redirections are not followed; configure the address that it points to`;
}
