import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { argoCd } from './argo-cd.js';

// After https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml

export const SHA = '89ab'.repeat(10);
export const BEFORE = '4567'.repeat(10);
export const IMAGE = `ghcr.io/acme/shop@sha256:${'ab12'.repeat(16)}`;

/** What a synchronisation leaves in the history when it succeeded; it took half a minute. */
export const entry = (id: number, revision: string, began: string) => ({
  id,
  revision,
  source: { repoURL: 'https://git.example/acme/deploy' },
  deployStartedAt: `2026-03-01T${began}:00Z`,
  deployedAt: `2026-03-01T${began}:30Z`,
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
      finishedAt: '2026-03-01T12:00:30Z',
      syncResult: { revision: SHA },
    },
    health: { status: 'Healthy' },
    summary: { images: [IMAGE, 'envoy:1.30'] },
    history: [entry(3, BEFORE, '11:00'), entry(4, SHA, '12:00')],
  },
  url: 'https://argocd.example/applications/argocd/shop',
};

/** An application whose last operation brought what the history ends with. */
export function syncedTo(...history: readonly ReturnType<typeof entry>[]) {
  const last = history.at(-1);
  const operationState = {
    phase: 'Succeeded',
    startedAt: last?.deployStartedAt,
    finishedAt: last?.deployedAt,
    syncResult: { revision: last?.revision },
  };
  return { ...SYNCED, status: { ...SYNCED.status, operationState, history } };
}

export const HEALED = syncedTo(
  entry(3, BEFORE, '11:00'),
  entry(4, SHA, '12:00'),
  entry(5, SHA, '12:10'),
);

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
    history: [
      { ...entry(0, '', '12:00'), revisions: ['1.4.2', SHA], sources: [{ chart: 'shop' }, {}] },
    ],
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
