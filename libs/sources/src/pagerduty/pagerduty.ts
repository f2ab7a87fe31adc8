import { z } from 'zod';
import { headerOf } from '../headers.js';
import { ignored, type Source } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { readIncident } from './incident.js';

/** Only one of them has to fit: while a secret is replaced, PagerDuty signs with both. */
const SIGNATURE = /(?:^|,)\s*v1=([0-9a-f]{64})(?=\s*(?:,|$))/gi;

const delivered = z.object({ event: z.object({ id: z.string().min(1) }) });
const kind = z.object({ event: z.object({ event_type: z.string() }) });

/** Webhook subscriptions, version 3; https://developer.pagerduty.com/docs/webhooks-overview */
export const pagerduty: Source = {
  name: 'pagerduty',
  title: 'PagerDuty',
  needs: {
    signature: 'X-PagerDuty-Signature: the HMAC-SHA256 of the body with the secret of the webhook',
    deliveries: [
      'incident.triggered',
      'incident.acknowledged',
      'incident.unacknowledged',
      'incident.resolved',
      'incident.reopened',
      'incident.priority_updated',
      'incident.service_updated',
    ],
  },

  // https://developer.pagerduty.com/docs/verifying-webhook-signatures
  verify({ body, headers }, secrets) {
    const header = headerOf(headers, 'x-pagerduty-signature') ?? '';
    const signatures = [...header.slice(0, 1_000).matchAll(SIGNATURE)].map(([, hex = '']) => hex);
    if (signatures.length === 0) {
      return {
        authentic: false,
        reason: 'X-PagerDuty-Signature is missing or has no v1: send version 3 webhooks',
      };
    }
    let authentic = false;
    for (const hex of signatures) {
      authentic = isHmac(body, secrets, Buffer.from(hex, 'hex')) || authentic;
    }
    return authentic
      ? { authentic }
      : { authentic, reason: 'X-PagerDuty-Signature does not match the body' };
  },

  // The event stays the same when it is sent again, and when two subscriptions send it.
  dedupeKey: (payload) => delivered.safeParse(payload).data?.event.id,

  normalise(payload, _headers, mapping) {
    const type = kind.safeParse(payload).data?.event.event_type;
    if (type === 'pagey.ping') return ignored('pagey.ping: the webhook is connected');
    return readIncident(payload, mapping);
  },
};
