import { expect, it } from '@jest/globals';
import { acknowledged, opened, resolved } from '../notification.fixture.js';
import { startLocalServer } from '../outside/local-server.fixture.js';
import { OUTSIDE } from '../outside/outside.js';
import { alertmanagerAlerts } from './alertmanager-alerts.js';
import { alertmanagerReceiver } from './alertmanager-receiver.js';

const now = Date.parse('2026-11-20T14:02:32Z');

const labels = {
  alertname: 'change-failures',
  kind: 'change-failure-spike',
  severity: 'page',
  service: 'api',
  environment: 'production',
  team: 'payments',
};

it('fires for ten minutes more', () => {
  expect(alertmanagerAlerts(opened, now)).toEqual([
    {
      labels,
      annotations: {
        summary: 'api in production: 6 of the last 10 deployments failed',
        description: 'Usually 12 % of its deployments fail. Six of ten is five times that.',
        deployments: '○○●○●●●○●●  6 of 10 deployments failed (●), oldest first',
        runbook_url: 'https://runbooks.example/api',
      },
      startsAt: '2026-11-20T13:00:00.000Z',
      endsAt: '2026-11-20T14:12:32.000Z',
      generatorURL: opened.url,
    },
  ]);
});

it('ends by the same labels', () => {
  const [alert, ...others] = alertmanagerAlerts(resolved, now);
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ labels, endsAt: '2026-11-20T16:20:00.000Z' });
});

it('does not fire again when an earlier notification is sent late', () => {
  const late = { ...acknowledged, alert: resolved.alert };
  expect(alertmanagerAlerts(late, now)[0]?.endsAt).toBe('2026-11-20T16:20:00.000Z');
});

it('is another alert once it is a page, and ends the one it was', () => {
  const escalatedAt = Date.parse('2026-11-20T14:01:00Z');
  const alert = { ...opened.alert, escalatedAt };
  const sent = alertmanagerAlerts({ ...opened, action: 'escalated', alert }, now);
  expect(sent.map(({ labels: { severity }, endsAt }) => [severity, endsAt])).toEqual([
    ['notify', '2026-11-20T14:01:00.000Z'],
    ['page', '2026-11-20T14:12:32.000Z'],
  ]);
});

it('never ends before it started', () => {
  const alert = { ...resolved.alert, resolvedAt: resolved.alert.startedAt - 1 };
  const [sent] = alertmanagerAlerts({ ...resolved, alert }, now);
  expect(sent?.endsAt).toBe(sent?.startsAt);
});

it('has no empty label', () => {
  const alert = { ...opened.alert, subject: { service: 'api', environment: '' }, team: undefined };
  expect(Object.keys(alertmanagerAlerts({ ...opened, alert }, now)[0]?.labels ?? {})).toEqual([
    'alertname',
    'kind',
    'severity',
    'service',
  ]);
});

it('posts to the API under the configured address, with the token', async () => {
  let status = 200;
  const server = await startLocalServer((response) => response.writeHead(status).end('"TOKEN"'));
  const receiver = alertmanagerReceiver(
    {
      kind: 'alertmanager',
      url: `${server.url}/prefix/`,
      token: 'TOKEN',
      allowPrivate: true,
      severities: ['page', 'notify'],
    },
    OUTSIDE,
  );
  const taken = await receiver.send(opened, now);
  status = 400;
  const refused = await receiver.send(opened, now);
  await server.close();
  expect(receiver.repeatEveryMs).toBe(60_000);
  expect(taken).toEqual({ outcome: 'delivered' });
  expect(refused).toEqual({
    outcome: 'failed',
    again: false,
    message: `127.0.0.1:${server.port} answered 400: it does not understand the alert; its log says why`,
  });
  expect(server.requests[0]).toMatchObject({
    path: '/prefix/api/v2/alerts',
    headers: { authorization: 'Bearer TOKEN' },
  });
  expect(JSON.parse(server.requests[0]?.body ?? '')).toEqual(alertmanagerAlerts(opened, now));
});
