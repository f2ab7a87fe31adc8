import { expect, it } from '@jest/globals';
import { acknowledged, endless, hostile, opened, resolved } from '../notification.fixture.js';
import { startLocalServer } from '../outside/local-server.fixture.js';
import { OUTSIDE } from '../outside/outside.js';
import { pagerdutyEvent } from './pagerduty-event.js';
import { pagerdutyReceiver } from './pagerduty-receiver.js';

const routingKey = 'e93facc04764012d7bfb002500d5d1a6';
const asSent = (notification: typeof opened): unknown =>
  JSON.parse(JSON.stringify(pagerdutyEvent(notification, routingKey)));

it('triggers an incident', () => {
  expect(asSent(opened)).toEqual({
    routing_key: routingKey,
    event_action: 'trigger',
    dedup_key: 'throughline-0123456789abcdef0123456789abcdef',
    client: 'Throughline',
    client_url: opened.url,
    links: [
      { href: opened.url, text: 'The alert' },
      { href: 'https://throughline.example/dora/services/api', text: 'The dashboard' },
      { href: 'https://runbooks.example/api', text: 'The runbook' },
    ],
    payload: {
      summary: 'api in production: 6 of the last 10 deployments failed',
      source: 'api',
      severity: 'critical',
      timestamp: '2026-11-20T13:00:00.000Z',
      component: 'api',
      group: 'production',
      class: 'change-failure-spike',
      custom_details: {
        explanation: 'Usually 12 % of its deployments fail. Six of ten is five times that.',
        deployments: '○○●○●●●○●●  6 of 10 deployments failed (●), oldest first',
        Service: 'api',
        Environment: 'production',
        Team: 'payments',
        Owner: 'group:platform',
        Since: '2026-11-20 13:00 UTC',
        Rule: 'change-failures',
        Severity: 'page',
        'usual change fail rate': '12 % (8 % to 17 %)',
        score: '41',
      },
    },
  });
});

it('takes on and resolves the incident that it triggered', () => {
  const incident = { routing_key: routingKey, dedup_key: `throughline-${opened.alert.id}` };
  expect(asSent(acknowledged)).toEqual({ ...incident, event_action: 'acknowledge' });
  expect(asSent(resolved)).toEqual({ ...incident, event_action: 'resolve' });
  expect(asSent({ ...opened, action: 'escalated' })).toMatchObject({
    ...incident,
    event_action: 'trigger',
  });
});

it('warns where nobody is to be woken', () => {
  const alert = { ...opened.alert, severity: 'notify' as const };
  expect(asSent({ ...opened, alert })).toMatchObject({ payload: { severity: 'warning' } });
});

it('has a source whatever it is about', () => {
  const about = (subject: typeof opened.alert.subject, team?: string) =>
    asSent({ ...opened, alert: { ...opened.alert, subject, team } });
  expect(about({ source: 'ci' })).toMatchObject({ payload: { source: 'ci' } });
  expect(about({ team: 'web' })).toMatchObject({ payload: { source: 'web' } });
  expect(about({ environment: 'production' })).toMatchObject({ payload: { source: 'production' } });
  expect(about({})).toMatchObject({ payload: { source: 'change-failures' } });
});

it('keeps to PagerDuty’s limits', () => {
  const event = asSent(endless) as { payload: { summary: string }; dedup_key: string };
  expect(event.payload.summary).toHaveLength(1024);
  expect(event.payload.summary).toMatch(/… \(cut\)$/);
  expect(event.dedup_key.length).toBeLessThanOrEqual(255);
  expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(512 * 1024);
  expect(asSent(hostile)).toMatchObject({
    payload: {
      summary: '<!channel> [click](https://evil.example) **<b>&</b>** Bcc: all@example.com',
    },
  });
});

it('sends where the endpoint says, and reads what PagerDuty answers', async () => {
  const answers: [number, string][] = [
    [202, '{"status":"success","message":"Event processed","dedup_key":"x"}'],
    [
      400,
      `{"status":"invalid event","message":"Event object is invalid","errors":["'${routingKey}' is no routing_key"]}`,
    ],
    [429, ''],
    [500, '<html>'],
  ];
  const server = await startLocalServer((response) => {
    const [status, body] = answers[server.requests.length - 1] ?? [0, ''];
    response.writeHead(status).end(body);
  });
  const receiver = pagerdutyReceiver(
    {
      kind: 'pagerduty',
      routingKey,
      endpoint: server.url,
      allowPrivate: true,
      severities: ['page'],
    },
    OUTSIDE,
  );
  const place = `127.0.0.1:${server.port}`;
  const outcomes = [];
  for (const _answer of answers) outcomes.push(await receiver.send(opened, Date.now()));
  await server.close();
  expect(server.requests[0]?.path).toBe('/v2/enqueue');
  expect(outcomes).toEqual([
    { outcome: 'delivered' },
    {
      outcome: 'failed',
      again: false,
      message: `${place} answered 400 ('…' is no routing_key): is the integration key that of an "Events API v2" integration?`,
    },
    {
      outcome: 'failed',
      again: true,
      message: `${place} answered 429: too many requests at a time`,
    },
    { outcome: 'failed', again: true, message: `${place} answered 500` },
  ]);
});
