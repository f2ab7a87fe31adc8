import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

export interface SignedParts {
  readonly id: string;
  /** Whole seconds since 1970, of the attempt. */
  readonly timestamp: number;
  readonly body: string;
}

/**
 * The headers of Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`. With two secrets there
 * are two signatures, so that a receiver can change to a new one without missing anything.
 *
 * @param secrets `whsec_` and base64 of the key, or any other text, whose UTF-8 bytes are the key
 */
export function signWebhook(
  { id, timestamp, body }: SignedParts,
  secrets: readonly string[],
): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const hmac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}

function keyOf(secret: string): Buffer {
  return secret.startsWith(PREFIX)
    ? Buffer.from(secret.slice(PREFIX.length), 'base64')
    : Buffer.from(secret, 'utf8');
}
