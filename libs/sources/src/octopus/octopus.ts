import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { DEPLOYMENT_EVENTS, payload as notified, readDeployment } from './deployment.js';

/** Octopus Deploy, by the webhooks of its subscriptions. */
export const octopus: Source = {
  name: 'octopus',
  title: 'Octopus Deploy',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: DEPLOYMENT_EVENTS },

  verify: verifySharedSecret,

  // Octopus does not promise to send an event once; ids of events are its server's own.
  dedupeKey(payload) {
    const { data } = notified.safeParse(payload);
    if (data === undefined) return undefined;
    const { BatchId, Event } = data.Payload;
    return [BatchId, Event.Id, Event.Occurred].join(' ');
  },

  normalise: (payload, _headers, mapping) => readDeployment(payload, mapping),
};
