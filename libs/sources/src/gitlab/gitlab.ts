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
import { readPush } from './push.js';
import { readRelease } from './release.js';

/** By `object_kind`: the header names incidents and issues alike. */
const READERS = new Map<string, (payload: unknown, mapping: Mapping) => Normalised>([
  ['push', readPush],
  ['merge_request', readMergeRequest],
  ['deployment', readDeployment],
  ['pipeline', readPipeline],
  ['build', readJob],
  ['issue', readIssue],
  ['work_item', readIssue],
  ['release', readRelease],
]);

const anyPayload = z.object({ object_kind: z.string() });

/** https://docs.gitlab.com/user/project/integrations/webhooks */
export const gitlab: Source = {
  name: 'gitlab',
  title: 'GitLab',
  needs: {
    signature:
      'X-Gitlab-Token: the secret token of the webhook; or webhook-signature, made with its signing token',
    deliveries: [
      'Push events',
      'Merge request events',
      'Deployment events',
      'Work item events',
      'Pipeline events',
      'Job events',
      'Releases events',
    ],
  },

  verify(delivery, secrets) {
    // A signature that is there has to be right: who could leave it out could send anything.
    return headerOf(delivery.headers, 'webhook-signature') === undefined
      ? verifySharedSecret(delivery, secrets, 'x-gitlab-token')
      : verifyStandardWebhook(delivery, secrets);
  },

  // Not X-Gitlab-Event-UUID: webhooks that one of them sets off all carry the same.
  dedupeKey: (_payload, headers) =>
    headerOf(headers, 'idempotency-key') ?? headerOf(headers, 'webhook-id'),

  normalise(payload, _headers, mapping) {
    const parsed = anyPayload.safeParse(payload);
    if (!parsed.success) return refused('object_kind is missing');
    const { object_kind: kind } = parsed.data;
    const read = READERS.get(kind);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from "${kind}"`);
  },
};
