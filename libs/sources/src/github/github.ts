import { headerOf } from '../headers.js';
import type { Mapping } from '../mapping/mapping.js';
import { ignored, type Normalised, refused, type Source } from '../source.js';
import { isHmac } from '../verification/hmac.js';
import { readDeployment } from './deployment.js';
import { readDeploymentStatus } from './deployment-status.js';
import { issueReader } from './issues.js';
import { readPackage } from './package.js';
import { pullRequestReader } from './pull-request.js';
import { readPullRequestReview } from './pull-request-review.js';
import { readPush } from './push.js';
import { releaseReader } from './release.js';
import { workflowJobReader } from './workflow-job.js';
import { workflowRunReader } from './workflow-run.js';

const READERS = new Map<string, (payload: unknown, mapping: Mapping) => Normalised>([
  ['push', readPush],
  ['pull_request', pullRequestReader('github')],
  ['pull_request_review', readPullRequestReview],
  ['deployment', readDeployment],
  ['deployment_status', readDeploymentStatus],
  ['workflow_run', workflowRunReader('github')],
  ['workflow_job', workflowJobReader('github')],
  ['release', releaseReader('github')],
  ['package', readPackage],
  ['registry_package', readPackage],
  ['issues', issueReader('github')],
]);

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** https://docs.github.com/webhooks: repository, organisation and app webhooks alike. */
export const github: Source = {
  name: 'github',
  title: 'GitHub',
  needs: {
    signature: 'X-Hub-Signature-256: the HMAC-SHA256 of the body with the secret of the webhook',
    deliveries: [...READERS.keys()],
  },

  verify({ body, headers }, secrets) {
    const [, hex] = SIGNATURE.exec(headerOf(headers, 'x-hub-signature-256') ?? '') ?? [];
    if (hex === undefined) {
      return {
        authentic: false,
        reason: 'X-Hub-Signature-256 is missing or malformed: give the webhook a secret at GitHub',
      };
    }
    return isHmac(body, secrets, Buffer.from(hex, 'hex'))
      ? { authentic: true }
      : { authentic: false, reason: 'X-Hub-Signature-256 does not match the body' };
  },

  // Delivered again by hand or by the API, a delivery keeps its id.
  dedupeKey: (_payload, headers) => headerOf(headers, 'x-github-delivery'),

  normalise(payload, headers, mapping) {
    const event = headerOf(headers, 'x-github-event');
    if (event === undefined) return refused('the header X-GitHub-Event is missing');
    if (event === 'ping') return ignored('ping: the webhook is connected');
    const read = READERS.get(event);
    return read?.(payload, mapping) ?? ignored(`nothing is measured from the event "${event}"`);
  },
};
