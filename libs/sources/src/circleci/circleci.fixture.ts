import { hmacHex, type Provider } from '../provider.fixture.js';
import { circleci } from './circleci.js';

/*
 * Written after the samples of https://circleci.com/docs/reference/outbound-webhooks-reference/, with
 * names of our own.
 */

const SHA = '1dc6aa69429bff4806ad6afe58d3d8f57e25973e';

/** Of a project connected by GitHub's OAuth app or Bitbucket Cloud. */
export const WORKFLOW = {
  id: '3888f21b-eaa7-38e3-8f3d-75a63bba8895',
  type: 'workflow-completed',
  happened_at: '2026-03-01T12:49:34.317Z',
  webhook: { id: 'cf8c4fdd-0587-4da1-b4ca-4846e9640af9', name: 'Throughline' },
  project: { id: '84996744-a854-4f5e-aea3-04e2851dc1d2', name: 'shop', slug: 'github/acme/shop' },
  organization: { id: 'f22b6566-597d-46d5-ba74-99ef5bb3d85c', name: 'acme' },
  workflow: {
    id: 'fda08377-fe7e-46b1-8992-3a7aaecac9c3',
    name: 'deploy-production',
    created_at: '2026-03-01T12:49:03.616Z',
    stopped_at: '2026-03-01T12:49:34.170Z',
    url: 'https://app.circleci.com/pipelines/github/acme/shop/130/workflows/fda08377',
    status: 'success',
  },
  pipeline: {
    id: '1285fe1d-d3a6-44fc-8886-8979558254c4',
    number: 130,
    created_at: '2026-03-01T12:49:03.544Z',
    trigger: { type: 'webhook' },
    vcs: {
      provider_name: 'github',
      origin_repository_url: 'https://github.com/acme/shop',
      target_repository_url: 'https://github.com/acme/shop',
      revision: SHA,
      commit: {
        subject: 'Charge the card once',
        body: '',
        author: { name: 'Ada', email: 'ada@example.com' },
        authored_at: '2026-03-01T12:48:53Z',
        committer: { name: 'Ada', email: 'ada@example.com' },
        committed_at: '2026-03-01T12:48:53Z',
      },
      branch: 'main',
    },
  },
};

export const JOB = {
  ...WORKFLOW,
  id: '8bd71c28-4969-3677-8940-3e3a61c46660',
  type: 'job-completed',
  happened_at: '2026-03-01T12:49:34.279Z',
  workflow: { ...WORKFLOW.workflow, status: undefined },
  job: {
    id: '8b91f9a8-7975-4e60-916c-f0152ccbc937',
    name: 'deploy-checkout',
    started_at: '2026-03-01T12:49:28.841Z',
    stopped_at: '2026-03-01T12:49:34.170Z',
    status: 'success',
    number: 136,
  },
};

/** Of a project connected by GitLab, the GitHub App or Bitbucket Data Center: there is no `vcs`. */
export const WORKFLOW_OF_GITLAB = {
  type: 'workflow-completed',
  id: 'cbabbb40-6084-4f91-8311-a326c0f4963a',
  happened_at: '2026-03-02T16:20:13.954328Z',
  webhook: { id: 'e4da0d23-31cf-4047-8a7e-8ffb14cd0100', name: 'Throughline' },
  workflow: {
    id: 'c2006ece-778d-49fc-9e6e-b9965f72bee9',
    name: 'deploy-production',
    created_at: '2026-03-02T16:20:07.631Z',
    stopped_at: '2026-03-02T16:20:13.812Z',
    url: 'https://app.circleci.com/pipelines/circleci/DdaVtNusHqi24D4YT3X4eu/1/workflows/c2006ece',
    status: 'failed',
  },
  pipeline: {
    id: '37c74cb7-d64d-4032-8731-1cb95bfef921',
    number: 1,
    created_at: '2026-03-02T16:10:18.804Z',
    trigger: { type: 'gitlab' },
    trigger_parameters: {
      gitlab: { type: 'push', web_url: 'https://gitlab.com/acme/shop', ref: 'refs/heads/main' },
      git: {
        tag: '',
        checkout_sha: '850a1519f25d14e968649cc420d1bd381715c05c',
        ref: 'refs/heads/main',
        branch: 'main',
        checkout_url: 'git@gitlab.com:acme/shop.git',
      },
      circleci: {
        event_time: '2026-03-02T16:10:18.349Z',
        actor_id: '6a19122c-40e0-4d56-a875-aac6ccc27700',
        event_type: 'push',
        trigger_type: 'gitlab',
      },
    },
  },
  project: { id: '2a68fe5f-2fe5-4d4f-91e1-15f111116743', name: 'shop', slug: 'circleci/Dda/6EkDP' },
  organization: { id: '66491562-90a9-4065-9249-4b0ce3b77452', name: 'acme' },
};

const delivery = (type: string, payload: unknown) => ({
  payload,
  headers: { 'circleci-event-type': type },
});

export const PROVIDER: Provider = {
  source: circleci,
  proof: 'body',
  prove: (body, secret) => ({ 'circleci-signature': `v1=${hmacHex(body, secret)}` }),
  examples: [
    delivery('workflow-completed', WORKFLOW),
    delivery('workflow-completed', WORKFLOW_OF_GITLAB),
    delivery('job-completed', JOB),
    delivery('ping', { id: 'f1b1', type: 'ping', happened_at: '2026-03-01T12:00:00.000Z' }),
  ],
};
