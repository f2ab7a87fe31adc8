import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { tekton } from './tekton.js';

// After https://tekton.dev/docs/pipelines/events/ and https://tekton.dev/docs/pipelines/pipelineruns/

export const SHA = '0a1b'.repeat(10);

export const headersOf = (type: string) => ({
  'ce-specversion': '1.0',
  'ce-id': '77f78ae7',
  'ce-source': '/apis/namespaces/ci/deploy-checkout-x7',
  'ce-type': `dev.tekton.event.${type}.v1`,
  'ce-time': '2026-03-01T12:05:01Z',
  'content-type': 'application/json',
});

export const PIPELINE_RUN = {
  metadata: {
    name: 'deploy-checkout-x7',
    namespace: 'ci',
    uid: '1ff3',
    creationTimestamp: '2026-03-01T11:59:58Z',
    labels: { 'tekton.dev/pipeline': 'deploy-checkout' },
    annotations: {
      'pipelinesascode.tekton.dev/sha': SHA,
      'pipelinesascode.tekton.dev/repo-url': 'https://git.example/acme/shop',
      'pipelinesascode.tekton.dev/branch': 'main',
    },
  },
  spec: { pipelineRef: { name: 'deploy-checkout' }, params: [{ name: 'tries', value: ['1'] }] },
  status: {
    startTime: '2026-03-01T12:00:00Z',
    completionTime: '2026-03-01T12:05:00Z',
    conditions: [{ type: 'Succeeded', status: 'True', reason: 'Succeeded' }],
  },
};

export const TASK_RUN = {
  metadata: {
    name: 'apply',
    namespace: 'ci',
    uid: '2aa4',
    labels: { 'throughline/service': 'web' },
  },
  spec: {
    taskRef: { name: 'kubectl-apply' },
    params: [
      { name: 'git-url', value: 'git@git.example:acme/web.git' },
      { name: 'git-revision', value: SHA },
    ],
  },
  status: PIPELINE_RUN.status,
};

export const PROVIDER: Provider = {
  source: tekton,
  ...PROVEN_BY_BEARER,
  examples: [
    ...['started', 'running', 'successful', 'failed'].map((state) => ({
      payload: { pipelineRun: PIPELINE_RUN },
      headers: headersOf(`pipelinerun.${state}`),
    })),
    { payload: { taskRun: TASK_RUN }, headers: headersOf('taskrun.successful') },
    { payload: { customRun: {} }, headers: headersOf('customrun.started') },
  ],
};
