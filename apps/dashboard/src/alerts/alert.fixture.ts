import type { AlertItem } from '@throughline/api-client';

/** An alert that fires, with what the test is about changed. */
export function alertItem(changed: Partial<AlertItem> = {}): AlertItem {
  return {
    id: 'a'.repeat(32),
    rule: 'change-failures',
    kind: 'change-failure-spike',
    severity: 'notify',
    state: 'firing',
    title: 'api in production: 4 of the last 5 deployments failed, 7 % is usual',
    subject: {
      service: 'api',
      environment: 'production',
      team: null,
      source: null,
      deploymentId: null,
    },
    team: null,
    owner: null,
    tier: null,
    startedAt: '2026-03-02T10:00:00.000Z',
    openedAt: '2026-03-02T10:00:01.000Z',
    escalatedAt: null,
    acknowledged: null,
    resolvedAt: null,
    resolution: null,
    parentId: null,
    children: 0,
    unsaid: null,
    ...changed,
  };
}
