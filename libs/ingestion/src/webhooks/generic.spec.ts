import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settlementSchema } from '@throughline/events';
import { Ingestor } from '../ingestor.fixture.js';

const SECRET = 'a-secret-of-our-deployer';

let ingestor: Ingestor;

beforeAll(async () => {
  ingestor = await Ingestor.start({
    sources: {
      'our-deployer': {
        secrets: [SECRET],
        unsigned: false,
        signature: { header: 'x-proof', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' },
        events: `phase = "done" ? { "type": kind, "service": app, "environment": "production",
          "id": run, "status": "succeeded", "finishedAt": at }
          : phase = "late" ? (at ? $number(at) : "soon")`,
      },
    },
  });
});

afterAll(() => ingestor.stop());

const DONE = {
  phase: 'done',
  kind: 'deployment',
  app: 'shop',
  run: 'r1',
  at: '2026-02-01T12:00:00Z',
};

function send(sent: object, secret = SECRET) {
  const payload = JSON.stringify(sent);
  const hex = createHmac('sha256', secret).update(payload).digest('hex');
  return ingestor.request({
    method: 'POST',
    url: '/v1/webhooks/our-deployer',
    headers: { 'content-type': 'application/json', 'x-proof': `sha256=${hex}` },
    payload,
  });
}

it('says by itself what its webhooks mean', async () => {
  expect(await send(DONE)).toMatchObject({ status: 202, body: { accepted: 1 } });
  expect(await ingestor.events()).toMatchObject([
    { type: 'deployment', source: 'our-deployer', service: 'shop', id: 'r1' },
  ]);
});

it('is believed by its signature only', async () => {
  expect(await send(DONE, 'another')).toMatchObject({ status: 401 });
});

it('may have nothing to say', async () => {
  expect(await send({ ...DONE, phase: 'begun' })).toMatchObject({
    status: 202,
    body: { accepted: 0, ignored: expect.stringContaining('no event') },
  });
});

it.each(['deploymnet', undefined])(
  'that makes an event of type %s has it kept for mending',
  async (kind) => {
    expect(await send({ ...DONE, kind, run: 'r2' })).toMatchObject({
      status: 202,
      body: { accepted: 0, quarantined: 1 },
    });
  },
);

it.each([
  [
    'fails',
    { at: { not: 'a number' } },
    /^the expression of sources\.our-deployer\.events failed: ./,
  ],
  ['makes no events', { at: undefined }, /events makes something else than events of it$/],
])('has a payload kept for mending on which its expression %s', async (_how, { at }, message) => {
  const payload = { ...DONE, phase: 'late', at };
  expect(await send(payload)).toEqual({
    status: 202,
    headers: expect.anything(),
    body: { accepted: 0, duplicates: 0, quarantined: 1 },
  });
  const fault = {
    index: 0,
    path: '',
    code: 'expression_failed',
    message: expect.stringMatching(message),
  };
  expect(await ingestor.quarantined()).toContainEqual(
    expect.objectContaining({
      source: 'our-deployer',
      reason: { code: 'TL_INVALID_EVENTS', message: fault.message },
      faults: [fault],
      payload: JSON.stringify(payload),
    }),
  );
});

describe('a payload kept for mending', () => {
  const readAgain = (payload: unknown, source = 'our-deployer') =>
    ingestor.request({
      method: 'POST',
      url: `/v1/quarantine/q1/send-again?source=${source}`,
      payload: JSON.stringify(payload),
    });

  const settlements = async () =>
    (await ingestor.quarantined()).filter((said) => settlementSchema.safeParse(said).success);

  it('stays as it is while the expression still fails on it', async () => {
    expect(await readAgain({ ...DONE, phase: 'late', at: { not: 'a number' } })).toMatchObject({
      status: 400,
      body: { code: 'TL_INVALID_EVENTS', faults: [{ code: 'expression_failed' }] },
    });
    expect(await readAgain(DONE, 'our-deplyer')).toMatchObject({
      status: 400,
      body: { code: 'TL_INVALID_QUERY', faults: [{ path: 'source' }] },
    });
    expect(await settlements()).toEqual([]);
  });

  it('is settled by what the expression makes of it, be that nothing', async () => {
    expect(await readAgain({ ...DONE, run: 'r3' })).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 0 },
    });
    expect(await ingestor.events()).toContainEqual(
      expect.objectContaining({ source: 'our-deployer', id: 'r3' }),
    );
    expect(await readAgain({ ...DONE, phase: 'begun' })).toMatchObject({
      status: 202,
      body: { accepted: 0, duplicates: 0 },
    });
    expect(await settlements()).toHaveLength(2);
  });
});

it('is among the sources', async () => {
  const { body } = await ingestor.request({ url: '/v1/sources' });
  expect(body['items']).toContainEqual(
    expect.objectContaining({ name: 'our-deployer', accepts: 'signed' }),
  );
});
