import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { argoCd } from './argo-cd.js';

// After https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml

export const SHA = '89ab'.repeat(10);
const BEFORE = '4567'.repeat(10);
export const IMAGE = `ghcr.io/acme/shop@sha256:${'ab12'.repeat(16)}`;

const entry = (revision: string) => ({
  revision,
  source: { repoURL: 'https://git.example/acme/deploy' },
});

export const SYNCED = {
  metadata: {
    name: 'shop',
    namespace: 'argocd',
    uid: '6a1c',
    labels: { environment: 'production' },
  },
  spec: {
    project: 'payments',
    source: { repoURL: 'https://git.example/acme/deploy.git' },
    destination: { namespace: 'shop', name: 'eu' },
  },
  status: {
    operationState: {
      phase: 'Succeeded',
      startedAt: '2026-03-01T12:00:00Z',
      finishedAt: '2026-03-01T12:01:30Z',
      syncResult: { revision: SHA },
    },
    health: { status: 'Healthy' },
    summary: { images: [IMAGE, 'envoy:1.30'] },
    history: [entry(BEFORE), entry(SHA)],
  },
  url: 'https://argocd.example/applications/argocd/shop',
};

export const HEALED = {
  ...SYNCED,
  status: { ...SYNCED.status, history: [entry(BEFORE), entry(SHA), entry(SHA)] },
};

export const FAILED = {
  ...SYNCED,
  status: {
    ...SYNCED.status,
    operationState: { ...SYNCED.status.operationState, phase: 'Failed' },
    history: null,
  },
};

export const OF_SEVERAL_SOURCES = {
  ...SYNCED,
  spec: {
    project: 'payments',
    sources: [{ repoURL: 'https://charts.example' }, { repoURL: 'git@git.example:acme/shop.git' }],
  },
  status: {
    ...SYNCED.status,
    operationState: {
      ...SYNCED.status.operationState,
      syncResult: { revisions: ['1.4.2', SHA] },
    },
    history: [],
  },
};

export const PROVIDER: Provider = {
  source: argoCd,
  ...PROVEN_BY_BEARER,
  examples: [SYNCED, HEALED, FAILED, OF_SEVERAL_SOURCES].map((payload) => ({
    payload,
    headers: {},
  })),
};
