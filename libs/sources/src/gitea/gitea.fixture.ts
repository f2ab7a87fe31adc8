import { hmacHex, type Provider } from '../provider.fixture.js';
import { gitea } from './gitea.js';
import * as payloads from './payloads.fixture.js';

const sent = (event: string, payload: unknown) => ({
  payload,
  headers: { 'x-gitea-event': event, 'x-gitea-delivery': `${event}-delivery` },
});

const { WORKFLOW_RUN, WORKFLOW_JOB, ACTION_RUN, ISSUE } = payloads;

export const PROVIDER: Provider = {
  source: gitea,
  proof: 'body',
  // Forgejo's set; Gitea sends the same without its own.
  prove: (body, secret) => ({
    'x-forgejo-signature': hmacHex(body, secret),
    'x-gitea-signature': hmacHex(body, secret),
    'x-gogs-signature': hmacHex(body, secret),
    'x-hub-signature-256': `sha256=${hmacHex(body, secret)}`,
  }),
  examples: [
    sent('push', payloads.PUSH),
    sent('push', payloads.OLD_PUSH),
    sent('push', payloads.TEST_PUSH),
    sent('push', payloads.TAG_PUSH),
    sent('pull_request', payloads.PULL_REQUEST),
    sent('pull_request', payloads.PULL_REQUEST_READY),
    sent('pull_request', payloads.PULL_REQUEST_MERGED),
    sent('pull_request_approved', payloads.PULL_REQUEST_APPROVED),
    sent('pull_request_rejected', payloads.PULL_REQUEST_APPROVED),
    sent('pull_request_comment', payloads.PULL_REQUEST_APPROVED),
    sent('issue_comment', payloads.PULL_REQUEST_COMMENT),
    sent('issue_comment', { ...payloads.PULL_REQUEST_COMMENT, is_pull: false }),
    sent('release', payloads.RELEASE),
    sent('issues', ISSUE),
    sent('issues', { ...ISSUE, issue: { ...ISSUE.issue, labels: null } }),
    sent('workflow_run', WORKFLOW_RUN),
    sent('workflow_run', {
      ...WORKFLOW_RUN,
      workflow_run: {
        ...WORKFLOW_RUN.workflow_run,
        status: 'in_progress',
        conclusion: '',
        completed_at: payloads.NEVER,
      },
    }),
    sent('workflow_job', WORKFLOW_JOB),
    {
      payload: ACTION_RUN,
      headers: {
        'x-forgejo-event': 'action_run_success',
        'x-gitea-event': 'action_run_success',
        'x-forgejo-delivery': 'run-delivery',
      },
    },
    sent('create', { ref: 'main', ref_type: 'branch', repository: payloads.REPOSITORY }),
  ],
};
