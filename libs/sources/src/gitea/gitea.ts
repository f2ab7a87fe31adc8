import { issueReader } from '../github/issues.js';
import { releaseReader } from '../github/release.js';
import { headerOf } from '../headers.js';
import type { Mapping } from '../mapping/mapping.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { readActionRun } from './action-run.js';
import { readComment } from './comment.js';
import { readPullRequest } from './pull-request.js';
import { readPush } from './push.js';
import { reviewReader } from './review.js';
import { verifyGitea } from './signature.js';
import { readWorkflowJob } from './workflow-job.js';
import { readWorkflowRun } from './workflow-run.js';

/**
 * https://docs.gitea.com/usage/webhooks and https://forgejo.org/docs/latest/user/webhooks/. Where the
 * two of them send what GitHub sends, GitHub's readers read it.
 */
const READERS = new Map<string, (payload: unknown, mapping: Mapping) => Normalised>([
  ['push', readPush],
  ['pull_request', readPullRequest],
  ['pull_request_approved', reviewReader('approved')],
  ['pull_request_rejected', reviewReader('changes_requested')],
  ['pull_request_comment', reviewReader('commented')],
  ['issue_comment', readComment],
  ['release', releaseReader('gitea')],
  ['issues', issueReader('gitea')],
  ['workflow_run', readWorkflowRun],
  ['workflow_job', readWorkflowJob],
  ['action_run_success', readActionRun],
  ['action_run_failure', readActionRun],
  ['action_run_recover', readActionRun],
]);

/** Gitea and Forgejo, which grew from it and sends Gitea's headers beside its own. */
export const gitea: Source = {
  name: 'gitea',
  title: 'Gitea and Forgejo',
  needs: {
    signature:
      'X-Gitea-Signature or X-Forgejo-Signature: the HMAC-SHA256 of the body with the secret of the webhook',
    deliveries: [...READERS.keys()],
  },

  verify: verifyGitea,

  // To replay a delivery makes another id; then it says again what is known, of the same time.
  dedupeKey: (_payload, headers) =>
    headerOf(headers, 'x-forgejo-delivery') ?? headerOf(headers, 'x-gitea-delivery'),

  normalise(payload, headers, mapping) {
    const event = headerOf(headers, 'x-forgejo-event') ?? headerOf(headers, 'x-gitea-event');
    if (event === undefined) {
      return refused('the header X-Gitea-Event or X-Forgejo-Event is missing');
    }
    const read = READERS.get(event);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from the event "${event}"`);
  },
};
