import type { Delivery, Verification } from '../source.js';
import { isHmac } from '../verification/hmac.js';

/**
 * The headers in which the same HMAC-SHA256 of the body is sent: bare hexadecimal digits, but for the
 * one of GitHub. Gitea sends all but Forgejo's, Forgejo all; both send them empty without a secret.
 */
const SIGNATURES = new Map([
  ['x-forgejo-signature', /^([0-9a-f]{64})$/i],
  ['x-gitea-signature', /^([0-9a-f]{64})$/i],
  ['x-gogs-signature', /^([0-9a-f]{64})$/i],
  ['x-hub-signature-256', /^sha256=([0-9a-f]{64})$/i],
]);

/** Every signature that is there must match: a wrong one beside a right one is nobody's we know. */
export function verifyGitea({ body, headers }: Delivery, secrets: readonly string[]): Verification {
  const sent = [...SIGNATURES].filter(([name]) => headers[name] !== undefined);
  if (sent.length === 0)
    return unauthentic('X-Gitea-Signature and X-Forgejo-Signature are missing');
  let authentic = true;
  for (const [name, form] of sent) {
    const value = headers[name];
    const [, hex] = form.exec(typeof value === 'string' ? value : '') ?? [];
    if (hex === undefined) {
      return unauthentic(`${name} is malformed: give the webhook a secret at Gitea or Forgejo`);
    }
    authentic = isHmac(body, secrets, Buffer.from(hex, 'hex')) && authentic;
  }
  return authentic
    ? { authentic }
    : unauthentic('a signature does not match the body: send it as application/json');
}

function unauthentic(reason: string): Verification {
  return { authentic: false, reason };
}
