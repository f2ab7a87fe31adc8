import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sha } from '../examples.fixture.js';
import { Ingestor } from '../ingestor.fixture.js';

let ingestor: Ingestor;

beforeAll(async () => {
  ingestor = await Ingestor.start({
    sources: {
      github: {
        secrets: ['a secret'],
        unsigned: false,
        deployments: [
          { when: { environment: ['live'] }, environment: 'production', ignore: false },
        ],
      },
    },
  });
});

afterAll(() => ingestor.stop());

const repository = { name: 'shop', full_name: 'acme/shop' };

const push = (letter: string, timestamp = '2026-02-01T12:00:00Z') => ({
  headers: { 'x-github-event': 'push' },
  payload: {
    ...{ ref: 'refs/heads/main', before: sha('0'), after: sha(letter), repository },
    commits: [{ id: sha(letter), timestamp, author: { username: 'ada' } }],
  },
});

const importing = (deliveries: unknown, source = 'github') =>
  ingestor.request({
    method: 'POST',
    url: `/v1/imports/${source}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify({ deliveries }),
  });

it('reads deliveries as webhooks are read, without their signature and by the same rules', async () => {
  const deployment = {
    headers: { 'x-github-event': 'deployment' },
    payload: {
      repository,
      deployment: {
        ...{ id: 7, sha: sha('a'), environment: 'live', created_at: '2026-02-01T13:00:00Z' },
      },
    },
  };
  expect(await importing([push('a'), deployment])).toMatchObject({
    status: 202,
    body: { accepted: 2, duplicates: 0, quarantined: 0, ignored: 0, refused: [] },
  });
  expect(await importing([push('a')])).toMatchObject({ body: { accepted: 0, duplicates: 1 } });
  const events = await ingestor.events();
  expect(events.map(({ type }) => type).sort()).toEqual(['commit', 'deployment']);
  expect(JSON.stringify(events)).not.toContain('"ada"');
});

it('is the same fact as what the webhook told', async () => {
  const { headers, payload } = push('e');
  const body = JSON.stringify(payload);
  const signature = createHmac('sha256', 'a secret').update(body).digest('hex');
  const delivered = await ingestor.request({
    method: 'POST',
    url: '/v1/webhooks/github',
    headers: { ...headers, 'x-hub-signature-256': `sha256=${signature}` },
    payload: body,
  });
  expect(delivered).toMatchObject({ status: 202, body: { accepted: 1 } });
  expect(await importing([push('e')])).toMatchObject({ body: { accepted: 0, duplicates: 1 } });
});

it('says what became of each that is no event', async () => {
  const ping = {
    headers: { 'x-github-event': 'ping' },
    payload: { zen: 'Keep it logically awesome.' },
  };
  const damaged = { headers: { 'x-github-event': 'push' }, payload: { ref: 1 } };
  const late = push('b', 'the day before yesterday');
  expect((await importing([ping, damaged, late, push('c')])).body).toEqual({
    ...{ accepted: 1, duplicates: 0, quarantined: 1, ignored: 1 },
    refused: [{ index: 1, reason: expect.stringContaining('ref') }],
  });
});

it('refuses what it cannot read, and says how it is to be', async () => {
  expect(await importing([push('d')], 'gitlub')).toMatchObject({ status: 404 });
  expect(await importing([{ payload: {} }])).toMatchObject({
    status: 400,
    body: { code: 'TL_INVALID_BODY', faults: [{ path: 'deliveries[0].headers' }] },
  });
});
