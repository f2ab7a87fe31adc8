import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { grafanaOncall } from './grafana-oncall.js';

/*
 * Written after https://grafana.com/docs/oncall/latest/configure/integrations/outgoing-webhooks/, with
 * names of our own.
 */

export const RESOLVED_GROUP = {
  event: { type: 'resolve', time: '2026-03-01T12:30:00.714058+00:00' },
  user: { id: 'UVMX6YI9VY9PV', username: 'ada', email: 'ada@example.com' },
  alert_group: {
    id: 'I6HNZGUFG4K11',
    integration_id: 'CZ7URAT4V3QF2',
    route_id: 'RKHXJKVZYYVST',
    alerts_count: 1,
    state: 'resolved',
    created_at: '2026-03-01T12:00:00.231148Z',
    resolved_at: '2026-03-01T12:30:00.714058Z' as string | null,
    acknowledged_at: '2026-03-01T12:05:00.029347Z' as string | null,
    title: 'No order goes through',
    permalinks: {
      slack: null,
      telegram: null,
      web: 'https://acme.grafana.net/a/grafana-oncall-app/alert-groups/I6HNZGUFG4K11',
    },
    labels: { service: 'checkout', severity: 'critical', env: 'production' } as object,
  },
  alert_group_id: 'I6HNZGUFG4K11',
  alert_payload: { status: 'firing', labels: { alertname: 'HighErrorRate' } },
  integration: {
    id: 'CZ7URAT4V3QF2',
    type: 'alertmanager',
    name: 'Shop',
    team: 'Payments',
    labels: {},
  },
  notified_users: [],
  users_to_be_notified: [],
  responses: {},
  webhook: { id: 'WH9NSKXWPXSNY3', name: 'Throughline', labels: {} },
};

export const NEW_GROUP = {
  ...RESOLVED_GROUP,
  event: { type: 'alert group created', time: '2026-03-01T12:00:00.231148+00:00' },
  user: null,
  alert_group: {
    ...RESOLVED_GROUP.alert_group,
    state: 'new',
    resolved_at: null,
    acknowledged_at: null,
  },
};

export const PROVIDER: Provider = {
  source: grafanaOncall,
  ...PROVEN_BY_BEARER,
  examples: [
    NEW_GROUP,
    RESOLVED_GROUP,
    { ...NEW_GROUP, event: { type: 'unresolve' }, integration: null },
  ].map((payload) => ({ payload, headers: {} })),
};
