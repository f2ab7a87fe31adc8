import { headerOf } from '../headers.js';
import { ignored, refused, type Source } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { readJob, readWorkflow } from './deployment.js';

/** `v1=<hex>`, perhaps followed by later versions: of those there are, v1 is the latest. */
const SIGNATURE = /(?:^|, ?)v1=([0-9a-f]{64})(?:,|$)/i;

/** https://circleci.com/docs/guides/integration/outbound-webhooks/ */
export const circleci: Source = {
  name: 'circleci',
  title: 'CircleCI',
  needs: {
    signature:
      'circleci-signature: the HMAC-SHA256 of the body with the secret token of the webhook',
    deliveries: ['workflow-completed', 'job-completed'],
  },

  verify({ body, headers }, secrets) {
    const [, hex] = SIGNATURE.exec(headerOf(headers, 'circleci-signature') ?? '') ?? [];
    if (hex === undefined) {
      return {
        authentic: false,
        reason: 'circleci-signature is missing or malformed: give the webhook a secret token',
      };
    }
    return isHmac(body, secrets, Buffer.from(hex, 'hex'))
      ? { authentic: true }
      : { authentic: false, reason: 'circleci-signature does not match the body' };
  },

  dedupeKey: (payload) => idOf(payload),

  normalise(payload, headers, mapping) {
    const event = headerOf(headers, 'circleci-event-type');
    switch (event) {
      case undefined:
        return refused('the header circleci-event-type is missing');
      case 'workflow-completed':
        return readWorkflow(payload, mapping);
      case 'job-completed':
        return readJob(payload, mapping);
      default:
        return ignored(`nothing is measured from the event "${event}"`);
    }
  },
};

/** CircleCI: "Webhook requests may be duplicated. To deduplicate, use the `id` property." */
function idOf(payload: unknown): string | undefined {
  if (typeof payload !== 'object' || payload === null || !('id' in payload)) return undefined;
  return typeof payload.id === 'string' ? payload.id : undefined;
}
