import { hash } from 'node:crypto';
import { headerOf } from '../headers.js';
import type { Delivery, Verification } from '../source.js';
import { sameBytes } from './same-bytes.js';

/** In words, for {@link SourceNeeds}: how a delivery shows a secret where its provider signs nothing. */
export const SHARED_SECRET_IN_WORDS =
  'the secret itself, as `Authorization: Bearer …`, as the password of basic authentication, or as the last part of the address';

/**
 * For providers that sign nothing: the sender shows the secret itself, in the form that the provider
 * lets people configure. It proves who sends, not that the body came as it was sent: that is for TLS.
 *
 * @param header where this provider puts the secret besides, in lower case
 */
export function verifySharedSecret(
  delivery: Delivery,
  secrets: readonly string[],
  header?: string,
): Verification {
  const shown = shownSecrets(delivery, header);
  if (shown.length === 0) {
    return { authentic: false, reason: `the secret is missing: send ${SHARED_SECRET_IN_WORDS}` };
  }
  let authentic = false;
  for (const secret of secrets) {
    // Digests have one length, so that comparing does not tell how long the secret is.
    const expected = hash('sha256', secret, 'buffer');
    for (const one of shown) {
      authentic = sameBytes(expected, hash('sha256', one, 'buffer')) || authentic;
    }
  }
  return authentic
    ? { authentic }
    : { authentic, reason: 'the secret that was sent is none of the configured ones' };
}

const AUTHORIZATION = /^(?<scheme>bearer|basic|token|genie-?key) +(?<credentials>\S+)$/iu;

function shownSecrets({ headers, urlSecret }: Delivery, header: string | undefined): string[] {
  const { scheme, credentials } =
    AUTHORIZATION.exec(headerOf(headers, 'authorization') ?? '')?.groups ?? {};
  const authorization =
    scheme?.toLowerCase() === 'basic' ? passwordOf(credentials ?? '') : credentials;
  const named = header === undefined ? undefined : headerOf(headers, header);
  return [authorization, named, urlSecret].filter((secret) => secret !== undefined);
}

/** RFC 7617: base64 of `user:password`; whoever the user is. */
function passwordOf(credentials: string): string | undefined {
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? undefined : text.slice(colon + 1);
}
