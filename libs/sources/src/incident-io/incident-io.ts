import { z } from 'zod';
import { headerOf } from '../headers.js';
import { ignored, refused, type Source } from '../source.js';
import { verifyStandardWebhook } from '../verification/standard-webhooks.js';
import { readIncident, readStatusUpdate, readUpdate } from './incident.js';

const READERS = new Map([
  ['public_incident.incident_created_v2', readIncident],
  ['public_incident.incident_updated_v2', readUpdate],
  ['public_incident.incident_status_updated_v2', readStatusUpdate],
]);

/** What is told stands under the name of the event: `{"event_type": "a.b", "a.b": {…}}`. */
const envelope = z.looseObject({ event_type: z.string() });

/** https://api-docs.incident.io/tag/Webhooks/ */
export const incidentIo: Source = {
  name: 'incident-io',
  title: 'incident.io',
  needs: {
    signature: 'webhook-signature: a Standard Webhook, with the signing secret of the endpoint',
    deliveries: [...READERS.keys()],
  },

  // Svix, which sends them, named its headers after itself before there was the standard.
  verify: (delivery, secrets) =>
    verifyStandardWebhook(
      delivery,
      secrets,
      delivery.headers['webhook-signature'] === undefined ? 'svix' : 'webhook',
    ),

  dedupeKey: (_payload, headers) => headerOf(headers, 'webhook-id') ?? headerOf(headers, 'svix-id'),

  normalise(payload, _headers, mapping) {
    const parsed = envelope.safeParse(payload).data;
    if (parsed === undefined) return refused('event_type is missing');
    const type = parsed.event_type;
    if (type.startsWith('private_incident.')) {
      return ignored('a private incident tells nothing but its id');
    }
    const read = READERS.get(type);
    if (read === undefined) return ignored(`nothing is measured from the event "${type}"`);
    return read(parsed[type], mapping);
  },
};
