import { DeliveryError } from '../delivery-error.js';

const UNREACHED: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses connections: is it running, and is the port right?',
  ECONNRESET: 'closed the connection before it answered',
  EPIPE: 'closed the connection before it answered',
  ENOTFOUND: 'is not known to the name server: is the name right?',
  EAI_AGAIN: 'could not be looked up: the name server does not answer',
  ETIMEDOUT: 'cannot be reached: no answer to connecting',
  EHOSTUNREACH: 'cannot be reached: no way there',
  ENETUNREACH: 'cannot be reached: no way there',
  EPROTO: 'does not speak TLS there: is it "http://", or another port?',
};

/** What OpenSSL and Node call a certificate that they do not accept. */
const CERTIFICATE = /CERT|SIGNATURE|ISSUER/;

/**
 * Says in words why a host was not reached. Errors of sockets quote addresses, so nothing of them is
 * shown but their code.
 */
export function networkFailure(error: unknown, place: string, limit: AbortSignal): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const again = { again: true };
  if (limit.aborted) return new DeliveryError(`${place} did not answer in time`, again);
  const code = codeOf(error);
  const why = UNREACHED[code];
  if (why !== undefined) return new DeliveryError(`${place} ${why} (${code})`, again);
  if (CERTIFICATE.test(code)) {
    return new DeliveryError(
      `the certificate of ${place} is not accepted (${code}): renew it, or make its authority known with NODE_EXTRA_CA_CERTS`,
      again,
    );
  }
  return new DeliveryError(`${place} could not be reached (${code})`, again);
}

/**
 * By what it has, not by what made it: errors of Node come from another realm than those of tests.
 * Nodemailer puts a code of its own over that of a socket, which it keeps as `originalCode`.
 */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown error';
  if ('originalCode' in error) return String(error.originalCode);
  return 'code' in error ? String(error.code) : 'unknown error';
}
