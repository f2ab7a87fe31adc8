import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readExecution } from './execution.js';

/** Echo's REST events; https://spinnaker.io/docs/setup/other_config/features/notifications/ */
export const spinnaker: Source = {
  name: 'spinnaker',
  title: 'Spinnaker',
  needs: {
    signature: SHARED_SECRET_IN_WORDS,
    deliveries: ['orca:pipeline:complete', 'orca:pipeline:failed'],
  },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),
  // Echo sends everything once and gives it no id.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readExecution(payload, mapping),
};
