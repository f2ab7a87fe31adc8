import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LogUnavailableError } from '@throughline/event-log';
import fc from 'fast-check';
import { sha } from '../examples.fixture.js';
import { type Answer, IDENTITY_KEY, Ingestor } from '../ingestor.fixture.js';

const SECRET = 'b3e1c6d0-new';
const OLD_SECRET = 'b3e1c6d0-old';

const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly {
  readonly name: string;
  readonly examples: readonly object[];
}[];

let ingestor: Ingestor;

beforeAll(async () => {
  ingestor = await Ingestor.start({
    sources: { github: { secrets: [SECRET, OLD_SECRET], unsigned: false } },
  });
});

afterAll(() => ingestor.stop());

const signature = (body: string, secret: string) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

interface Sending {
  readonly secret?: string;
  readonly headers?: Record<string, string | undefined>;
  readonly to?: Ingestor;
  readonly source?: string;
}

function deliver(event: string, payload: unknown, sending: Sending = {}): Promise<Answer> {
  const { secret = SECRET, headers, to = ingestor, source = 'github' } = sending;
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const sent: Record<string, string | undefined> = {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-hub-signature-256': signature(body, secret),
    ...headers,
  };
  return to.request({
    method: 'POST',
    url: `/v1/webhooks/${source}`,
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
    payload: body,
  });
}

const push = (letter: string, more: object = {}) => ({
  ref: 'refs/heads/main',
  before: sha('0'),
  after: sha(letter),
  commits: [
    {
      id: sha(letter),
      timestamp: '2026-02-01T12:00:00Z',
      author: { username: 'ada' },
      ...more,
    },
  ],
  repository: { name: 'shop', full_name: 'acme/shop' },
});

describe('a webhook', () => {
  it('that is signed is taken, whichever of the two secrets signed it', async () => {
    expect(await deliver('push', push('a'))).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 0 },
    });
    expect(await deliver('push', push('b'), { secret: OLD_SECRET })).toMatchObject({ status: 202 });
    expect((await ingestor.events()).map((event) => event['sha'])).toEqual([sha('a'), sha('b')]);
  });

  it('says nothing in clear of who did it', async () => {
    await deliver('push', push('c'));
    const digest = createHmac('sha256', IDENTITY_KEY).update('ada').digest('hex');
    expect((await ingestor.events())[0]).toMatchObject({ author: `hmac:${digest.slice(0, 32)}` });
  });

  it('of which nothing is measured is answered with the reason', async () => {
    expect(await deliver('star', { action: 'created' })).toMatchObject({
      status: 202,
      body: { accepted: 0, duplicates: 0, ignored: expect.stringContaining('star') },
    });
  });

  it('may be a form, which is what GitHub sends unless told otherwise', async () => {
    const form = new URLSearchParams({ payload: JSON.stringify(push('d')) }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await deliver('push', form, { headers })).toMatchObject({ body: { accepted: 1 } });
  });

  it('that is delivered again is a duplicate', async () => {
    const headers = { 'x-github-delivery': '72d3162e' };
    expect((await deliver('push', push('e'), { headers })).body).toMatchObject({ accepted: 1 });
    expect((await deliver('push', push('e'), { headers })).body).toEqual({
      accepted: 0,
      duplicates: 1,
    });
    expect((await deliver('push', push('e'))).body).toEqual({ accepted: 0, duplicates: 1 });
  });

  it('that calls its JSON a form is read as what it is', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await deliver('push', push('7'), { headers })).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
  });

  it('is no duplicate as long as the log did not take it', async () => {
    const headers = { 'x-github-delivery': 'c1a0' };
    ingestor.failure = new LogUnavailableError('no broker answers');
    expect(await deliver('push', push('f'), { headers })).toMatchObject({
      status: 503,
      body: { code: 'TL_LOG_UNAVAILABLE' },
    });
    ingestor.failure = undefined;
    expect((await deliver('push', push('f'), { headers })).body).toMatchObject({ accepted: 1 });
  });

  it('with an event that our rules refuse is kept in quarantine', async () => {
    const broken = push('9', { timestamp: 'the day before yesterday' });
    expect(await deliver('push', broken)).toMatchObject({
      status: 202,
      body: { accepted: 0, duplicates: 0, quarantined: 1 },
    });
    const [kept] = await ingestor.quarantined();
    expect(kept).toMatchObject({
      source: 'github',
      faults: [{ index: 0, path: 'authoredAt', code: 'invalid_time' }],
    });
    expect(JSON.parse(String(kept?.['payload']))).toMatchObject({ type: 'commit', sha: sha('9') });
    expect(kept?.['payload']).not.toContain('"ada"');
  });
});

describe('a webhook that is not believed', () => {
  it.each<[string, Sending]>([
    ['signed with another secret', { secret: 'guessed' }],
    ['not signed', { headers: { 'x-hub-signature-256': undefined } }],
    ['signed for another body', { headers: { 'x-hub-signature-256': signature('{}', SECRET) } }],
    ['signed with less', { headers: { 'x-hub-signature-256': 'sha256=00' } }],
  ])('is one that is %s', async (_, sending) => {
    expect(await deliver('push', push('1'), sending)).toMatchObject({
      status: 401,
      body: { code: 'TL_BAD_SIGNATURE' },
    });
  });

  it('is any, as long as no secret is configured, and the answer says what to configure', async () => {
    const bare = await Ingestor.start();
    try {
      const answer = await deliver('push', push('1'), { to: bare });
      expect(answer).toMatchObject({ status: 401, body: { code: 'TL_BAD_SIGNATURE' } });
      expect(answer.body['detail']).toContain('sources: { github: { secrets:');
      expect(answer.body['detail']).toContain('unsigned: true');
    } finally {
      await bare.stop();
    }
  });

  it('is none where anybody is believed', async () => {
    const open = await Ingestor.start({ sources: { github: { secrets: [], unsigned: true } } });
    try {
      const headers = { 'x-hub-signature-256': undefined };
      expect(await deliver('push', push('1'), { to: open, headers })).toMatchObject({
        body: { accepted: 1 },
      });
    } finally {
      await open.stop();
    }
  });
});

describe('a webhook that cannot be read', () => {
  it.each<[string, string, unknown, Sending, number, string]>([
    [
      'from a source that there is none of',
      'push',
      {},
      { source: 'gitlub' },
      404,
      'TL_UNKNOWN_SOURCE',
    ],
    ['from the prototype', 'push', {}, { source: '__proto__' }, 404, 'TL_UNKNOWN_SOURCE'],
    ['not JSON', 'push', '{', {}, 400, 'TL_BODY_NOT_JSON'],
    ['empty', 'push', '', {}, 400, 'TL_BODY_NOT_JSON'],
    ['another thing than it says', 'push', { zen: true }, {}, 400, 'TL_INVALID_EVENTS'],
    [
      'without the name of its event',
      '',
      {},
      { headers: { 'x-github-event': undefined } },
      400,
      'TL_INVALID_EVENTS',
    ],
  ])('is refused: %s', async (_, event, payload, sending, status, code) => {
    expect(await deliver(event, payload, sending)).toMatchObject({ status, body: { code } });
  });

  const published = examples.flatMap(({ name, examples }) =>
    examples.map((payload) => ({ name, payload })),
  );

  it('is none of those that GitHub publishes', async () => {
    for (const { name, payload } of published) {
      expect((await deliver(name, payload)).status).toBe(202);
    }
  }, 60_000);

  it('is never our fault, wherever it is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...published),
        fc.nat(),
        fc.string({ unit: 'binary' }),
        async ({ name, payload }, place, damage) => {
          const text = JSON.stringify(payload);
          const at = place % text.length;
          const damaged = text.slice(0, at) + damage + text.slice(at + damage.length);
          expect([202, 400]).toContain((await deliver(name, damaged)).status);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('leaves neither its payload nor a secret in the log of the process', async () => {
    await deliver('push', push('8', { author: { username: 'grace-hopper' } }));
    await deliver('push', push('8', { timestamp: 'grace-hopper' }), { secret: 'guessed-secret' });
    await deliver('push', push('8', { timestamp: 'grace-hopper' }));
    expect(ingestor.lines.join('')).not.toMatch(/grace-hopper|guessed-secret|b3e1c6d0/);
  });
});

it('ignores what is for another ingestor', async () => {
  const incidents = await Ingestor.start({
    sources: { github: { secrets: [SECRET], unsigned: false } },
    accepts: new Set(['incident']),
  });
  try {
    expect(await deliver('push', push('1'), { to: incidents })).toMatchObject({
      status: 202,
      body: { accepted: 0, ignored: 'this ingestor accepts incident, and not commit' },
    });
  } finally {
    await incidents.stop();
  }
});

it('tells which sources there are, what each needs, and whether it has it', async () => {
  const { body } = await ingestor.request({ url: '/v1/sources' });
  const items = body['items'] as { name: string }[];
  expect(items.filter(({ name }) => name === 'github')).toMatchObject([
    {
      name: 'github',
      title: 'GitHub',
      address: '/v1/webhooks/github',
      accepts: 'signed',
      needs: { deliveries: expect.arrayContaining(['push', 'deployment_status']) },
    },
  ]);
  expect(JSON.stringify(body)).not.toContain(SECRET);
});
