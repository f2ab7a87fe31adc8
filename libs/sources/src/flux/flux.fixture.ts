import { hmacHex, type Provider } from '../provider.fixture.js';
import { flux } from './flux.js';

// After https://fluxcd.io/flux/components/notification/events/

export const SHA = '731f7eaddfb6af01cb2173e18f0f75b0ba780ef1';

export const RECONCILED = {
  involvedObject: {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    name: 'webapp',
    namespace: 'apps',
    uid: '7d0cdc51',
  },
  metadata: {
    'kustomize.toolkit.fluxcd.io/revision': `main@sha1:${SHA}`,
    environment: 'production',
    repository: 'https://git.example/acme/webapp',
    image: 'ghcr.io/acme/webapp:1.4.2',
  },
  severity: 'info',
  reason: 'ReconciliationSucceeded',
  message: 'Reconciliation finished in 1.2s, next run in 10m0s',
  reportingController: 'kustomize-controller',
  timestamp: '2026-03-01T12:00:00Z',
};

export const UNHEALTHY = {
  ...RECONCILED,
  metadata: { revision: `main/${SHA}` },
  severity: 'error',
  reason: 'HealthCheckFailed',
};

export const UPGRADED = {
  involvedObject: { kind: 'HelmRelease', name: 'webapp', namespace: 'apps', uid: '9f' },
  metadata: {
    'helm.toolkit.fluxcd.io/revision': '1.4.2',
    'helm.toolkit.fluxcd.io/token': 'sha256:1',
  },
  severity: 'info',
  reason: 'UpgradeSucceeded',
  timestamp: '2026-03-01T12:00:00Z',
};

export const PROVIDER: Provider = {
  source: flux,
  proof: 'body',
  prove: (body, secret) => ({ 'x-signature': `sha256=${hmacHex(body, secret)}` }),
  examples: [RECONCILED, UNHEALTHY, UPGRADED, { ...UPGRADED, reason: 'TestSucceeded' }].map(
    (payload) => ({ payload, headers: {} }),
  ),
};
