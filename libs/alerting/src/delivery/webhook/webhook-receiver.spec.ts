import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { endless, opened, resolved } from '../notification.fixture.js';
import { type LocalServer, startLocalServer } from '../outside/local-server.fixture.js';
import { OUTSIDE } from '../outside/outside.js';
import { signWebhook } from './sign-webhook.js';
import { webhookPayload } from './webhook-payload.js';
import { webhookReceiver } from './webhook-receiver.js';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const newSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

describe('the signature', () => {
  it('is what the specification’s own library makes of it', () => {
    const at = new Date(1_700_000_000_000);
    const body = '{"type":"alert.opened"}';
    const signed = { id: 'msg_1', timestamp: 1_700_000_000, body };
    expect(signWebhook(signed, [secret])['webhook-signature']).toBe(
      new Webhook(secret).sign('msg_1', at, body),
    );
    const plain = 'any other text: größe';
    expect(signWebhook(signed, [plain])['webhook-signature']).toBe(
      new Webhook(Buffer.from(plain), { format: 'raw' }).sign('msg_1', at, body),
    );
  });
});

describe('a webhook', () => {
  let server: LocalServer;
  let status = 204;

  beforeEach(async () => {
    status = 204;
    server = await startLocalServer((response) => {
      response.writeHead(status, { 'retry-after': '30' }).end('secret words of an inner host');
    });
  });

  afterEach(() => server.close());

  const receiver = (secrets: string[], allowPrivate = true) =>
    webhookReceiver(
      {
        kind: 'webhook',
        url: `${server.url}/hook/PATH`,
        secrets,
        allowPrivate,
        severities: ['page', 'notify'],
      },
      OUTSIDE,
    );

  it('can be verified with either of two secrets, and not with another or when it was changed', async () => {
    const outcome = await receiver([secret, newSecret]).send(opened, Date.now());
    expect(outcome).toEqual({ outcome: 'delivered' });
    const { body = '', headers = {} } = server.requests[0] ?? {};
    const signed = headers as Record<string, string>;
    const verify = (key: string, text: string) => new Webhook(key).verify(text, signed);
    expect(verify(secret, body)).toEqual(JSON.parse(body));
    expect(verify(newSecret, body)).toEqual(JSON.parse(body));
    expect(() => verify('whsec_b3RoZXJvdGhlcm90aGVyb3RoZXJvdGhlcg==', body)).toThrow('No matching');
    expect(() => verify(secret, body.replace('production', 'staging'))).toThrow('No matching');
  });

  it('has the same id and the same body at every attempt, and the time of each', async () => {
    const one = receiver([secret]);
    await one.send(opened, 1_700_000_000_999);
    await one.send(opened, 1_700_000_005_000);
    const [first, second] = server.requests;
    expect(second?.body).toBe(first?.body);
    expect(server.requests.map(({ headers }) => headers['webhook-id'])).toEqual([
      opened.id,
      opened.id,
    ]);
    expect(server.requests.map(({ headers }) => headers['webhook-timestamp'])).toEqual([
      '1700000000',
      '1700000005',
    ]);
  });

  it('is tried again later, as long as the receiver asks, without repeating what it said', async () => {
    status = 429;
    expect(await receiver([secret]).send(opened, Date.now())).toEqual({
      outcome: 'failed',
      again: true,
      retryAfterMs: 30_000,
      message: `127.0.0.1:${server.port} answered 429: too many requests at a time`,
    });
  });

  it('is the last one to who is gone', async () => {
    status = 410;
    expect(await receiver([secret]).send(opened, Date.now())).toMatchObject({
      outcome: 'failed',
      again: false,
      disabled: true,
    });
  });

  it('does not go into one’s own network unless that is allowed', async () => {
    const outcome = await receiver([secret], false).send(opened, Date.now());
    expect(outcome).toMatchObject({ outcome: 'failed', again: true });
    expect(JSON.stringify(outcome)).toContain('set \\"allowPrivate: true\\" on it');
    expect(server.requests).toEqual([]);
  });

  it('shows no secret when it fails', async () => {
    await server.close();
    const text = JSON.stringify(await receiver([secret]).send(opened, Date.now()));
    expect(text).toContain('ECONNREFUSED');
    expect(text).not.toMatch(/whsec|MfKQ|PATH/);
  });
});

describe('what a webhook gets', () => {
  it('is the alert, with times that people can read', () => {
    const sent = JSON.parse(JSON.stringify(webhookPayload(resolved))) as unknown;
    expect(sent).toMatchObject({
      type: 'alert.resolved',
      timestamp: '2026-11-20T16:20:00.000Z',
      data: {
        url: resolved.url,
        children: [],
        childrenLeftOut: 0,
        alert: {
          id: resolved.alert.id,
          rule: 'change-failures',
          kind: 'change-failure-spike',
          severity: 'page',
          state: 'resolved',
          resolution: 'recovered',
          subject: { service: 'api', environment: 'production' },
          startedAt: '2026-11-20T13:00:00.000Z',
          resolvedAt: '2026-11-20T16:20:00.000Z',
          acknowledged: { by: 'Ada', at: '2026-11-20T14:10:00.000Z', note: 'rolling back' },
          revision: 3,
        },
      },
    });
  });

  it('happened when the alert did what is told', () => {
    const { timestamp } = webhookPayload({ ...resolved, action: 'opened' });
    expect(timestamp).toBe('2026-11-20T14:02:31.000Z');
    expect(webhookPayload({ ...resolved, action: 'acknowledged' }).timestamp).toBe(
      '2026-11-20T14:10:00.000Z',
    );
  });

  it('names twenty children and counts the rest', () => {
    const { children, childrenLeftOut } = webhookPayload(endless).data;
    expect([children.length, childrenLeftOut]).toEqual([20, 20]);
  });
});
