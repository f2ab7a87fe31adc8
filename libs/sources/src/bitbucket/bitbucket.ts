import { headerOf } from '../headers.js';
import type { Mapping } from '../mapping/mapping.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { readCloudCommitStatus } from './cloud-commit-status.js';
import { readCloudPullRequest } from './cloud-pull-request.js';
import { readCloudPush } from './cloud-push.js';
import { readApproval, readChangesRequest, readCloudComment } from './cloud-review.js';
import { readDataCenterPullRequest, readDeletedPullRequest } from './data-center-pull-request.js';
import { readDataCenterPush } from './data-center-push.js';
import { readDataCenterComment, readReview } from './data-center-review.js';

/**
 * The keys of Cloud and of Data Center are different, so the key tells which of the two it is.
 * https://support.atlassian.com/bitbucket-cloud/docs/event-payloads/
 * https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html
 */
const READERS = new Map<string, (payload: unknown, mapping: Mapping) => Normalised>([
  ['repo:push', readCloudPush],
  ['pullrequest:created', readCloudPullRequest],
  ['pullrequest:updated', readCloudPullRequest],
  ['pullrequest:fulfilled', readCloudPullRequest],
  ['pullrequest:rejected', readCloudPullRequest],
  ['pullrequest:approved', readApproval],
  ['pullrequest:changes_request_created', readChangesRequest],
  ['pullrequest:comment_created', readCloudComment],
  ['repo:commit_status_created', readCloudCommitStatus],
  ['repo:commit_status_updated', readCloudCommitStatus],
  ['repo:refs_changed', readDataCenterPush],
  ['pr:opened', readDataCenterPullRequest],
  ['pr:modified', readDataCenterPullRequest],
  ['pr:from_ref_updated', readDataCenterPullRequest],
  ['pr:merged', readDataCenterPullRequest],
  ['pr:declined', readDataCenterPullRequest],
  ['pr:deleted', readDeletedPullRequest],
  ['pr:reviewer:approved', readReview('approved')],
  ['pr:reviewer:needs_work', readReview('changes_requested')],
  ['pr:reviewer:changes_requested', readReview('changes_requested')],
  ['pr:comment:added', readDataCenterComment],
]);

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** Bitbucket Cloud and Bitbucket Data Center. */
export const bitbucket: Source = {
  name: 'bitbucket',
  title: 'Bitbucket',
  needs: {
    signature: 'X-Hub-Signature: the HMAC-SHA256 of the body with the secret of the webhook',
    deliveries: [...READERS.keys()],
  },

  verify({ body, headers }, secrets) {
    const [, hex] = SIGNATURE.exec(headerOf(headers, 'x-hub-signature') ?? '') ?? [];
    if (hex === undefined) {
      return {
        authentic: false,
        reason: 'X-Hub-Signature is missing or malformed: give the webhook a secret at Bitbucket',
      };
    }
    return isHmac(body, secrets, Buffer.from(hex, 'hex'))
      ? { authentic: true }
      : { authentic: false, reason: 'X-Hub-Signature does not match the body' };
  },

  // Of Cloud, which tries three times, and of Data Center.
  dedupeKey: (_payload, headers) =>
    headerOf(headers, 'x-request-uuid') ?? headerOf(headers, 'x-request-id'),

  normalise(payload, headers, mapping) {
    const event = headerOf(headers, 'x-event-key');
    if (event === undefined) return refused('the header X-Event-Key is missing');
    const read = READERS.get(event);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from the event "${event}"`);
  },
};
