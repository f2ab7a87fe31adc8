import { headerOf } from '../headers.js';
import { type Alert, readAlerts } from '../alertmanager/alerts.js';
import type { Delivery, Source, Verification } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { staleness } from '../verification/timestamp.js';

const SIGNATURE = 'x-grafana-alerting-signature';

/** Grafana signs a time only if it is given a header for it, and suggests no name: this is ours. */
const TIMESTAMP = 'x-grafana-alerting-timestamp';

const HEX = /^[0-9a-f]{64}$/i;

/** What _Test_ beside a contact point sends. */
function isTest({ labels }: Alert): boolean {
  return labels?.['alertname'] === 'TestAlert' && labels['instance'] === 'Grafana';
}

const readPayload = readAlerts('grafana', isTest);

/** Webhook contact points of Grafana Alerting. */
export const grafana: Source = {
  name: 'grafana',
  title: 'Grafana Alerting',
  needs: {
    signature: `X-Grafana-Alerting-Signature: the HMAC-SHA256 of the body; or ${SHARED_SECRET_IN_WORDS}`,
    deliveries: ['firing', 'resolved'],
  },
  verify: (delivery, secrets) =>
    // A signature that is there has to be right, whatever else comes along.
    delivery.headers[SIGNATURE] === undefined
      ? verifySharedSecret(delivery, secrets)
      : verifySignature(delivery, secrets),
  // The same notification comes again as long as the alert fires, and says the same.
  dedupeKey: () => undefined,
  normalise: (payload, _headers, mapping) => readPayload(payload, mapping),
};

/**
 * Of the body, or of `<unix seconds>:<body>` where a header for the time is set.
 * https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
function verifySignature(
  { body, headers, receivedAt }: Delivery,
  secrets: readonly string[],
): Verification {
  const hex = headerOf(headers, SIGNATURE);
  if (hex === undefined || !HEX.test(hex)) {
    return { authentic: false, reason: 'X-Grafana-Alerting-Signature is malformed' };
  }
  const seconds = headerOf(headers, TIMESTAMP);
  const content = seconds === undefined ? body : Buffer.concat([Buffer.from(`${seconds}:`), body]);
  if (!isHmac(content, secrets, Buffer.from(hex, 'hex'))) {
    return { authentic: false, reason: 'X-Grafana-Alerting-Signature does not match the body' };
  }
  const stale = seconds === undefined ? undefined : staleness(seconds, receivedAt);
  return stale === undefined ? { authentic: true } : { authentic: false, reason: stale };
}
