import { z } from 'zod';
import { headerOf } from '../headers.js';
import type { Mapping } from '../mapping/mapping.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { verifySharedSecret } from '../verification/shared-secret.js';
import { verifyStandardWebhook } from '../verification/standard-webhooks.js';
import { readDeployment } from './deployment.js';
import { readIssue } from './issue.js';
import { readJob } from './job.js';
import { readMergeRequest } from './merge-request.js';
import { readPipeline } from './pipeline.js';
import { readPush, TAGS_BRING_NOTHING } from './push.js';
import { readRelease } from './release.js';
import { readNote } from './review.js';

/** By `object_kind`, which webhooks of projects, of groups and of whole instances have alike. */
const READERS = new Map<string, (payload: unknown, mapping: Mapping) => Normalised>([
  ['push', readPush],
  ['tag_push', () => ignored(TAGS_BRING_NOTHING)],
  ['merge_request', readMergeRequest],
  ['note', readNote],
  ['pipeline', readPipeline],
  ['build', readJob],
  ['deployment', readDeployment],
  ['release', readRelease],
  ['issue', readIssue],
  ['work_item', readIssue],
]);

/** Members, projects and subgroups of a group have only the second. */
const kind = z.object({ object_kind: z.string().nullish(), event_name: z.string().nullish() });

/** The headers of Standard Webhooks: one of them means that a signing token is set. */
const SIGNED = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

/** How GitLab makes signing tokens. Any other secret is a secret token, and never a key of signatures. */
const SIGNING_TOKEN = /^whsec_/;

/** https://docs.gitlab.com/user/project/integrations/webhooks/ */
export const gitlab: Source = {
  name: 'gitlab',
  title: 'GitLab',
  needs: {
    signature:
      'webhook-signature, made with the signing token of the webhook, or X-Gitlab-Token, its secret token',
    deliveries: [
      'push events',
      'merge request events',
      'comments',
      'deployment events',
      'job events',
      'pipeline events',
      'release events',
      'work item (issue) events',
    ],
  },

  verify(delivery, secrets) {
    // Who can take a signature away must not be believed for something else.
    if (SIGNED.some((name) => delivery.headers[name] !== undefined)) {
      return verifyStandardWebhook(
        delivery,
        secrets.filter((secret) => SIGNING_TOKEN.test(secret)),
      );
    }
    return verifySharedSecret(
      delivery,
      secrets.filter((secret) => !SIGNING_TOKEN.test(secret)),
      'x-gitlab-token',
    );
  },

  // X-Gitlab-Event-UUID, which is older, is shared by what one event sets off and another event causes.
  dedupeKey: (_payload, headers) =>
    headerOf(headers, 'idempotency-key') ?? headerOf(headers, 'webhook-id'),

  normalise(payload, _headers, mapping) {
    const told = kind.safeParse(payload);
    const name = told.data?.object_kind ?? told.data?.event_name;
    if (!name) return refused('object_kind: is missing');
    const read = READERS.get(name);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from "${name.slice(0, 100)}"`);
  },
};
