import type { Source } from '../source.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readAlerts } from './alerts.js';

const readPayload = readAlerts('alertmanager');

/** The webhook receiver of Prometheus' Alertmanager, and of all that imitate it. */
export const alertmanager: Source = {
  name: 'alertmanager',
  title: 'Alertmanager',
  needs: { signature: SHARED_SECRET_IN_WORDS, deliveries: ['firing', 'resolved'] },
  verify: (delivery, secrets) => verifySharedSecret(delivery, secrets),
  // The same notification comes again as long as the alert fires, and says the same.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readPayload(payload, mapping),
};
