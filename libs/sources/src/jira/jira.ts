import { z } from 'zod';
import { headerOf } from '../headers.js';
import { ignored, refused, type Source } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { SHARED_SECRET_IN_WORDS, verifySharedSecret } from '../verification/shared-secret.js';
import { readDeletedIssue, readIssue } from './issue.js';

const READERS = new Map([
  ['jira:issue_created', readIssue],
  ['jira:issue_updated', readIssue],
  ['jira:issue_deleted', readDeletedIssue],
]);

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

const kind = z.object({ webhookEvent: z.string() });

/** Webhooks of Jira Cloud and Data Center; https://developer.atlassian.com/cloud/jira/platform/webhooks/ */
export const jira: Source = {
  name: 'jira',
  title: 'Jira',
  needs: {
    signature: `X-Hub-Signature: the HMAC-SHA256 of the body with the secret of the webhook; or ${SHARED_SECRET_IN_WORDS}`,
    deliveries: [...READERS.keys()],
  },

  verify(delivery, secrets) {
    // Not every way to register a webhook has a secret. A signature that is there has to be right.
    if (delivery.headers['x-hub-signature'] === undefined) {
      return verifySharedSecret(delivery, secrets);
    }
    const [, hex] = SIGNATURE.exec(headerOf(delivery.headers, 'x-hub-signature') ?? '') ?? [];
    return hex !== undefined && isHmac(delivery.body, secrets, Buffer.from(hex, 'hex'))
      ? { authentic: true }
      : { authentic: false, reason: 'X-Hub-Signature does not match the body' };
  },

  // Stays the same when it is sent again.
  dedupeKey: (_payload, headers) => headerOf(headers, 'x-atlassian-webhook-identifier'),

  normalise(payload, _headers, mapping) {
    const type = kind.safeParse(payload).data?.webhookEvent;
    if (type === undefined) return refused('webhookEvent is missing');
    const read = READERS.get(type);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from the event "${type}"`);
  },
};
