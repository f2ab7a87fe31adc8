import { readApplication } from './application.js';
import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';

/** Argo CD's notifications, by the trigger and the template in deploy/argo-cd. */
export const argoCd: Source = {
  name: 'argo-cd',
  title: 'Argo CD',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: ['on-throughline-synced'] },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),
  // The notification has no id of its own; its event says the same when it is repeated.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readApplication(payload, mapping),
};
