import { headerOf } from '../headers.js';
import type { Delivery, Verification } from '../source.js';
import { isHmac } from './hmac.js';
import { staleness } from './timestamp.js';

/**
 * Standard Webhooks (https://www.standardwebhooks.com): `webhook-signature` lists `v1,<base64>`
 * HMAC-SHA256 signatures of `id.timestamp.body`; one that matches is enough. The key is what follows
 * `whsec_` in the secret, decoded from base64.
 *
 * @param prefix of the three headers: `webhook`, or the `svix` of before the standard
 */
export function verifyStandardWebhook(
  { body, headers, receivedAt }: Delivery,
  secrets: readonly string[],
  prefix = 'webhook',
): Verification {
  const id = headerOf(headers, `${prefix}-id`);
  const timestamp = headerOf(headers, `${prefix}-timestamp`);
  const signatures = headerOf(headers, `${prefix}-signature`);
  if (id === undefined || timestamp === undefined || signatures === undefined) {
    return unauthentic(`${prefix}-id, ${prefix}-timestamp and ${prefix}-signature must be there`);
  }
  const stale = staleness(timestamp, receivedAt);
  if (stale !== undefined) return unauthentic(stale);
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const keys = secrets.map(keyOf).filter(({ length }) => length >= FEWEST_KEY_BYTES);
  if (keys.length === 0) {
    return unauthentic('the configured secret is no signing secret: copy all of it, as `whsec_…`');
  }
  let authentic = false;
  for (const signature of signatures.split(' ').slice(0, MOST_SIGNATURES)) {
    const [, base64] = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(signature) ?? [];
    if (base64 === undefined) continue;
    authentic = isHmac(content, keys, Buffer.from(base64, 'base64')) || authentic;
  }
  return authentic ? { authentic } : unauthentic(`${prefix}-signature does not match the body`);
}

/** What is no base64 decodes to few bytes or none: with an empty key anybody could sign. */
const FEWEST_KEY_BYTES = 16;

/** A sender signs with a handful of keys at most; a header of thousands would only cost time. */
const MOST_SIGNATURES = 10;

function keyOf(secret: string): Uint8Array {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

function unauthentic(reason: string): Verification {
  return { authentic: false, reason };
}
