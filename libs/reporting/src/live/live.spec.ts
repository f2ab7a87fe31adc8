import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { insertAcknowledgements, insertDeliveries } from '@throughline/store';
import { alertOf, storeAlerts } from '../alerts/alert.fixture.js';
import { deployment } from '../events.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
});

afterAll(() => api.stop());

/** Reads a stream until it has said something. */
async function readUntil(body: ReadableStream<string>, wanted: string): Promise<string> {
  const reader = body.getReader();
  let heard = '';
  while (!heard.includes(wanted)) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended after ${heard}`);
    heard += value;
  }
  reader.releaseLock();
  return heard;
}

it('a page hears of what was stored, as server-sent events that nothing squeezes or keeps', async () => {
  const headers = { 'accept-encoding': 'br, gzip' };
  const response = await fetch(`${api.url}/v1/live`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('no-store');
  if (response.body === null) throw new Error('there is nothing to read');
  const body = response.body.pipeThrough(new TextDecoderStream());
  await readUntil(body, '\nid: ');
  await api.record([deployment('api', '1', at(1))]);
  const heard = await readUntil(body, '\ndata: ');
  expect(heard).toContain('event: changed\n');
  expect(heard).toContain('"lastEventAt":"2026-03-01T00:00:00.000Z"');
  await body.cancel();
});

it('a page hears of an alert, of who took it on and of who was told', async () => {
  const response = await fetch(`${api.url}/v1/live`);
  if (response.body === null) throw new Error('there is nothing to read');
  const body = response.body.pipeThrough(new TextDecoderStream());
  await readUntil(body, '\nid: ');
  const { client } = api.store;
  await storeAlerts(client, alertOf('a'));
  await readUntil(body, 'event: changed\n');
  await insertAcknowledgements(client, [{ alertId: 'a', by: 'Ada', at: at(6), newNormal: false }]);
  await readUntil(body, 'event: changed\n');
  await insertDeliveries(client, [
    {
      ...{
        id: 'd',
        notificationId: 'n',
        alertId: 'a',
        action: 'opened',
        environment: 'production',
      },
      ...{ receiver: 'chat', state: 'delivered', attempts: 1, createdAt: at(6), version: 1 },
    },
  ]);
  await readUntil(body, 'event: changed\n');
  await body.cancel();
});

it('whoever asks only for its head has an answer', async () => {
  const response = await fetch(`${api.url}/v1/live`, { method: 'HEAD' });
  expect([response.status, await response.text()]).toEqual([200, '']);
});
