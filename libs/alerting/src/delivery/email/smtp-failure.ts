import type { NodemailerError } from 'nodemailer';
import { DeliveryError } from '../delivery-error.js';

/**
 * Says in words why a mail server did not take a mail. Its own words are not shown: they may quote
 * whom it took the sender for.
 *
 * @returns undefined: it is not the mail server that refused, it was not reached
 */
export function smtpFailure(error: unknown, place: string): DeliveryError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, responseCode, permanent = false }: NodemailerError = error;
  const said = responseCode === undefined ? '' : ` (${responseCode})`;
  if (code === 'EAUTH') {
    return new DeliveryError(`${place} does not accept the user and password of "smtp"${said}`, {
      again: true,
    });
  }
  if (code === 'ETLS' && responseCode !== undefined) {
    return new DeliveryError(
      `${place} offers no TLS, and a password is not sent without; use smtps:// or a port that has STARTTLS`,
      { again: true },
    );
  }
  if (responseCode === undefined) return undefined;
  const what = code === 'EENVELOPE' ? 'does not accept the sender or any recipient' : 'refused it';
  return new DeliveryError(`${place} ${what}${said}`, { again: !permanent });
}

/** Why a mail that was taken for some of its recipients is not delivered. */
export function refusalOfSome(
  recipients: number,
  refusals: readonly NodemailerError[],
): DeliveryError | undefined {
  if (refusals.length === 0) return undefined;
  const who = refusals.map(
    ({ recipient = '?', responseCode }) => `${recipient} (${responseCode ?? '?'})`,
  );
  return new DeliveryError(
    `${refusals.length} of ${recipients} recipients were refused: ${who.join(', ')}`,
    // The others have it; that they get it twice is seen as one mail, by its id.
    { again: refusals.some(({ permanent = false }) => !permanent) },
  );
}
