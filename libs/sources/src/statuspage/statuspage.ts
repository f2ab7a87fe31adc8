import { z } from 'zod';
import { ignored, type Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readIncident } from './incident.js';

const component = z.object({ component_update: z.object({}) });

const update = z.object({
  incident: z.object({
    id: z.string().min(1),
    updated_at: z.string(),
    incident_updates: z.array(z.object({ id: z.string() })).min(1),
  }),
});

/** https://support.atlassian.com/statuspage/docs/enable-webhook-notifications/ */
export const statuspage: Source = {
  name: 'statuspage',
  title: 'Statuspage',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: ['incident updates'] },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),

  dedupeKey(payload) {
    const { incident } = update.safeParse(payload).data ?? {};
    // Newest first. An update can be edited, and then comes again with the same id.
    return incident && `${incident.id} ${incident.incident_updates[0]?.id} ${incident.updated_at}`;
  },

  normalise: (payload, _headers, mapping) =>
    component.safeParse(payload).success
      ? ignored('how a component is belongs to an incident, which is told of besides')
      : readIncident(payload, mapping),
};
