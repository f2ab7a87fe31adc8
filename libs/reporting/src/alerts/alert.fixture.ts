import type { Alert } from '@throughline/dora';
import { type ClickHouseClient, insertAlerts } from '@throughline/store';
import { at } from '../organisation.fixture.js';

/** An alert about `api` in production that fires; what a test is not about is filled in. */
export function alertOf(id: string, more: Partial<Alert> = {}): Alert {
  return {
    id,
    rule: 'change-failures',
    kind: 'change-failure-spike',
    subject: { service: 'api', environment: 'production' },
    team: 'payments',
    severity: 'notify',
    state: 'firing',
    startedAt: at(5),
    openedAt: at(5) + 1_000,
    lastEventAt: at(5),
    title: `${id} fires`,
    explanation: [],
    evidence: { numbers: [], deployments: [] },
    revision: 1,
    ...more,
  };
}

/** Keeps alerts as their deciders do. */
export function storeAlerts(
  client: ClickHouseClient,
  ...alerts: readonly Alert[]
): Promise<unknown> {
  return insertAlerts(
    client,
    alerts.map((alert) => ({ alert, deciderKey: alert.id, unsaidActions: [] })),
  );
}
