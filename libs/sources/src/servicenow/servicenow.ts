import { z } from 'zod';
import { headerOf } from '../headers.js';
import { ignored, refused, type Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { verifyStandardWebhook } from '../verification/standard-webhooks.js';
import { readChangeRequest } from './change-request.js';
import { readIncident } from './incident.js';

const READERS = new Map([
  ['incident', readIncident],
  ['change_request', readChangeRequest],
]);

const ofTable = z.object({ table: z.string() });

/**
 * ServiceNow has no webhooks: a business rule, which stands in docs/sources/servicenow.md, sends the
 * records in a form of our own, signed as a Standard Webhook.
 */
export const servicenow: Source = {
  name: 'servicenow',
  title: 'ServiceNow',
  needs: {
    signature: `webhook-signature: a Standard Webhook, which our business rule makes; or ${SHARED_SECRET_IN_WORDS}`,
    deliveries: [...READERS.keys()],
  },

  verify: (delivery, secrets) =>
    // A signature that is there has to be right, whatever else comes along.
    delivery.headers['webhook-signature'] === undefined
      ? verifySharedSecret(delivery, secrets)
      : verifyStandardWebhook(delivery, secrets),

  dedupeKey: (_payload, headers) => headerOf(headers, 'webhook-id'),

  normalise(payload, _headers, mapping) {
    const table = ofTable.safeParse(payload).data?.table;
    if (table === undefined) return refused('table is missing');
    const read = READERS.get(table);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from the table "${table}"`);
  },
};
