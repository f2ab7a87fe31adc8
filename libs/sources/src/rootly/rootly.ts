import { z } from 'zod';
import { headerOf } from '../headers.js';
import type { Source } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { staleness } from '../verification/timestamp.js';
import { readIncident } from './incident.js';

const SIGNATURE = /^t=(\d{1,12}),\s*v1=([0-9a-f]{64})$/i;

const delivered = z.object({ event: z.object({ id: z.string().min(1) }) });

/** https://docs.rootly.com/configuration/webhooks */
export const rootly: Source = {
  name: 'rootly',
  title: 'Rootly',
  needs: {
    signature: 'X-Rootly-Signature: the HMAC-SHA256 of the time and the body with the secret',
    deliveries: [
      'incident.created',
      'incident.updated',
      'incident.mitigated',
      'incident.resolved',
      'incident.cancelled',
      'incident.deleted',
    ],
  },

  verify({ body, headers, receivedAt }, secrets) {
    const header = headerOf(headers, 'x-rootly-signature') ?? '';
    const [, seconds, hex] = SIGNATURE.exec(header) ?? [];
    if (seconds === undefined || hex === undefined) {
      return { authentic: false, reason: 'X-Rootly-Signature is missing or malformed' };
    }
    // Nothing stands between the time and the body.
    const content = Buffer.concat([Buffer.from(seconds), body]);
    if (!isHmac(content, secrets, Buffer.from(hex, 'hex'))) {
      return { authentic: false, reason: 'X-Rootly-Signature does not match the body' };
    }
    const stale = staleness(seconds, receivedAt);
    return stale === undefined ? { authentic: true } : { authentic: false, reason: stale };
  },

  dedupeKey: (payload) => delivered.safeParse(payload).data?.event.id,

  normalise: (payload, _headers, mapping) => readIncident(payload, mapping),
};
