import { isIP } from 'node:net';
import { DeliveryError } from '../delivery-error.js';

/** Where mail is handed in, and as whom. */
export interface MailServer {
  readonly hostname: string;
  readonly port: number;
  /** TLS from the first byte (`smtps:`); else STARTTLS. */
  readonly secure: boolean;
  /** What its certificate has to be made out to; absent for a server that is configured by its IP address. */
  readonly servername?: string | undefined;
  readonly login?: { readonly user: string; readonly pass: string } | undefined;
}

/** The ports that RFC 6409 and RFC 8314 give to handing in mail. */
const SUBMISSION = 587;
const SUBMISSION_OVER_TLS = 465;

/**
 * Reads `smtp://user:password@host:port`, user and password percent-encoded.
 *
 * @throws {DeliveryError} it is no such address
 */
export function readMailServer(address: string): MailServer {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new DeliveryError('refused: the address of the mail server is not an smtp or smtps one', {
      again: false,
    });
  }
  const secure = url.protocol === 'smtps:';
  const { hostname, username, password } = url;
  return {
    hostname,
    port: url.port === '' ? (secure ? SUBMISSION_OVER_TLS : SUBMISSION) : Number(url.port),
    secure,
    servername: isIP(hostname.replace(/^\[(.*)\]$/, '$1')) === 0 ? hostname : undefined,
    login: username === '' ? undefined : { user: decoded(username), pass: decoded(password) },
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new DeliveryError(
      'refused: the user or the password of the mail server has a "%" in it that encodes nothing; write it as "%25"',
      { again: false },
    );
  }
}
