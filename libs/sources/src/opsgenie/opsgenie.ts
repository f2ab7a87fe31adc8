import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readAlert } from './alert.js';

/** The webhook integration of Opsgenie, and of Jira Service Management, which took its place. */
export const opsgenie: Source = {
  name: 'opsgenie',
  title: 'Opsgenie',
  needs: {
    signature: SHARED_SECRET_IN_WORDS,
    deliveries: ['Create', 'Acknowledge', 'UnAcknowledge', 'Close', 'Delete'],
  },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),
  // A delivery has no id of its own; delivered again, it says the same.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readAlert(payload, mapping),
};
