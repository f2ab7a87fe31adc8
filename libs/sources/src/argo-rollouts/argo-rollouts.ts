import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readRollout, rollout } from './rollout.js';

/** The notifications of Argo Rollouts, by the templates in deploy/argo-rollouts. */
export const argoRollouts: Source = {
  name: 'argo-rollouts',
  title: 'Argo Rollouts',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: rollout.shape.trigger.options },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),
  // The notification has no id of its own; its event says the same when it is repeated.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readRollout(payload, mapping),
};
