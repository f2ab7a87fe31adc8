import { PROVEN_BY_BEARER, type Provider } from '../provider.fixture.js';
import { alertmanager } from './alertmanager.js';

/*
 * Written after https://prometheus.io/docs/alerting/latest/configuration/#webhook_config (version 4),
 * with names of our own.
 */

export const FIRING = {
  status: 'firing',
  labels: {
    alertname: 'HighErrorRate',
    service: 'checkout',
    severity: 'page',
    env: 'production',
    team: 'payments',
  } as Record<string, string>,
  annotations: {
    summary: 'No order goes through',
    description: 'More than 5 % of the requests fail',
  } as Record<string, string>,
  startsAt: '2026-03-01T12:00:00.123456789Z',
  endsAt: '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example.com/graph?g0.expr=up+%3D%3D+0&g0.tab=1',
  fingerprint: '1a30ba71cca2921f',
};

export const RESOLVED = { ...FIRING, status: 'resolved', endsAt: '2026-03-01T12:30:00Z' };

export function notification(...alerts: readonly object[]) {
  return {
    version: '4',
    groupKey: '{}:{alertname="HighErrorRate"}',
    truncatedAlerts: 0,
    status: 'firing',
    receiver: 'throughline',
    groupLabels: { alertname: 'HighErrorRate' },
    commonLabels: { alertname: 'HighErrorRate' },
    commonAnnotations: {},
    externalURL: 'https://alertmanager.example.com',
    alerts,
  };
}

export const PROVIDER: Provider = {
  source: alertmanager,
  ...PROVEN_BY_BEARER,
  examples: [
    notification(FIRING),
    notification(RESOLVED, { ...FIRING, fingerprint: 'bc97ff14869b13e3', labels: {} }),
    { ...notification(FIRING), notification_reason: 'repeat_interval', truncatedAlerts: 3 },
  ].map((payload) => ({ payload, headers: {} })),
};
