import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readAlertGroup } from './alert-group.js';

/** Outgoing webhooks of Grafana OnCall and of Grafana Cloud IRM, which took its place. */
export const grafanaOncall: Source = {
  name: 'grafana-oncall',
  title: 'Grafana OnCall',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: ['Status Change'] },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),
  // A delivery has no id of its own; delivered again, it says the same.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readAlertGroup(payload, mapping),
};
