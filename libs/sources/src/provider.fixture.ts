import { createHmac } from 'node:crypto';
import type { Instant } from '@throughline/events';
import type { DeliveryHeaders, Source } from './source.js';

/** A webhook as its provider documents it, or as it was recorded. */
export interface Example {
  readonly payload: unknown;
  /** Beside those that prove where it comes from. */
  readonly headers: DeliveryHeaders;
}

/** What every source is tested with: how its provider proves itself, and what its provider sends. */
export interface Provider {
  readonly source: Source;
  /** What the proof covers: the body, the body and the time of signing, or only that the secret is known. */
  readonly proof: 'body' | 'body and time' | 'secret';
  /** A secret as this provider makes them. */
  readonly secret?: string;
  readonly prove: (body: string, secret: string, at: Instant) => DeliveryHeaders;
  readonly examples: readonly Example[];
}

/** The hexadecimal HMAC-SHA256 that most providers send, each in its own header. */
export function hmacHex(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

/** How a provider that signs nothing shows the secret. */
export const PROVEN_BY_BEARER: Pick<Provider, 'proof' | 'prove' | 'secret'> = {
  proof: 'secret',
  secret: 'a-secret-of-thirty-two-characters',
  prove: (_body, secret) => ({ authorization: `Bearer ${secret}` }),
};

/** Standard Webhooks; https://www.standardwebhooks.com. */
export function provenByStandardWebhook(
  prefix = 'webhook',
): Pick<Provider, 'proof' | 'prove' | 'secret'> {
  return {
    proof: 'body and time',
    secret: `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`,
    prove: (body, secret, at) => {
      const [id, seconds] = ['msg_1', String(Math.floor(at / 1000))];
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
      const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`);
      return {
        [`${prefix}-id`]: id,
        [`${prefix}-timestamp`]: seconds,
        [`${prefix}-signature`]: `v1,${signature.digest('base64')}`,
      };
    },
  };
}
