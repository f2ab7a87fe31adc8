import { FIRING, RESOLVED } from '../alertmanager/alertmanager.fixture.js';
import { hmacHex, type Provider } from '../provider.fixture.js';
import { grafana } from './grafana.js';

/*
 * Written after https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/,
 * with names of our own.
 */

const GRAFANAS_OWN = {
  startsAt: '2026-03-01T13:00:00.157076+01:00',
  generatorURL: 'https://grafana.example.com/alerting/1afz29v7z/edit',
  silenceURL: 'https://grafana.example.com/alerting/silence/new',
  dashboardURL: '',
  panelURL: '',
  values: { B: 44.2, C: 1 },
};

export const FIRING_IN_GRAFANA = { ...FIRING, ...GRAFANAS_OWN };
export const RESOLVED_IN_GRAFANA = { ...RESOLVED, ...GRAFANAS_OWN, values: null };

export const TEST_ALERT = {
  ...FIRING_IN_GRAFANA,
  labels: { alertname: 'TestAlert', instance: 'Grafana' },
};

export function notification(...alerts: readonly object[]) {
  return {
    receiver: 'Throughline',
    status: 'firing',
    orgId: 1,
    alerts,
    groupLabels: {},
    commonLabels: { team: 'payments' },
    commonAnnotations: {},
    externalURL: 'https://grafana.example.com/',
    version: '1',
    groupKey: '{}:{}',
    truncatedAlerts: 0,
    title: '[FIRING:1]  (payments)',
    state: 'alerting',
    message: '**Firing**',
  };
}

export const PROVIDER: Provider = {
  source: grafana,
  proof: 'body and time',
  prove: (body, secret, at) => {
    const seconds = String(Math.floor(at / 1000));
    return {
      'x-grafana-alerting-timestamp': seconds,
      'x-grafana-alerting-signature': hmacHex(`${seconds}:${body}`, secret),
    };
  },
  examples: [
    notification(FIRING_IN_GRAFANA),
    notification(RESOLVED_IN_GRAFANA, FIRING_IN_GRAFANA),
    notification(TEST_ALERT),
  ].map((payload) => ({ payload, headers: {} })),
};
