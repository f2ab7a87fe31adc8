import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { argoRollouts } from './argo-rollouts.js';

// After https://argo-rollouts.readthedocs.io/en/stable/features/specification/, as
// deploy/argo-rollouts/notifications.yaml sends it.

export const SHA = '89ab'.repeat(10);

export const COMPLETED = {
  trigger: 'on-rollout-completed',
  at: '2026-03-01T12:20:00.250Z',
  metadata: {
    name: 'shop',
    namespace: 'shop-live',
    uid: 'a7d0fcac',
    labels: { environment: 'production' },
    annotations: {
      'rollout.argoproj.io/revision': '12',
      'throughline/repository': null as string | null,
      'throughline/sha': null as string | null,
    },
  },
  images: ['ghcr.io/acme/shop:1.4.2', 'envoy:1.30'],
  // From before the end: the canary is still paused.
  status: { currentPodHash: '6f9c', blueGreen: { activeSelector: null as string | null } },
};

export const OF_A_COMMIT = {
  ...COMPLETED,
  metadata: {
    ...COMPLETED.metadata,
    labels: null,
    annotations: {
      ...COMPLETED.metadata.annotations,
      'throughline/repository': 'acme/shop',
      'throughline/sha': SHA,
    },
  },
};

export const ABORTED = { ...COMPLETED, trigger: 'on-rollout-aborted' };

export const ABORTED_AFTER_THE_SWITCH = {
  ...ABORTED,
  status: { currentPodHash: '6f9c', blueGreen: { activeSelector: '6f9c' } },
};

export const PROVIDER: Provider = {
  source: argoRollouts,
  ...PROVEN_BY_BEARER,
  examples: [COMPLETED, OF_A_COMMIT, ABORTED, ABORTED_AFTER_THE_SWITCH].map((payload) => ({
    payload,
    headers: {},
  })),
};
