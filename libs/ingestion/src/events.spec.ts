import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailableError } from '@throughline/event-log';
import { COMMIT, DEPLOYMENT, INCIDENT, SERVICE, sha } from './examples.fixture.js';
import { Ingestor, RECEIVED_AT } from './ingestor.fixture.js';

const NDJSON = { 'content-type': 'application/x-ndjson' };

let ingestor: Ingestor;

beforeEach(async () => {
  ingestor = await Ingestor.start();
});

afterEach(() => ingestor.stop());

const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');

describe('POST /v1/events', () => {
  it('takes one event, several, and one a line', async () => {
    expect(await ingestor.post(COMMIT)).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 0 },
    });
    const some = await ingestor.post([DEPLOYMENT, INCIDENT]);
    expect(some.body).toEqual({ accepted: 2, duplicates: 0 });
    const written = `\r\n${lines(SERVICE, { ...COMMIT, sha: sha('c') })}\r\n\n`;
    const more = await ingestor.post(written, NDJSON);
    expect(more.body).toEqual({ accepted: 2, duplicates: 0 });
    expect((await ingestor.events()).map(({ type }) => type).sort()).toEqual([
      'commit',
      'commit',
      'deployment',
      'incident',
      'service',
    ]);
  });

  it('takes a body that is gzipped, one without a type, and one with a byte order mark', async () => {
    const zipped = await ingestor.post(gzipSync(JSON.stringify(COMMIT)), {
      'content-encoding': 'gzip',
    });
    expect(zipped).toMatchObject({ status: 202, body: { accepted: 1 } });
    const untyped = await ingestor.request({
      method: 'POST',
      url: '/v1/events',
      payload: Buffer.from(JSON.stringify(INCIDENT)),
    });
    expect(untyped).toMatchObject({ status: 202, body: { accepted: 1 } });
    const marked = await ingestor.post(`\ufeff${JSON.stringify(SERVICE)}`, {
      'content-type': 'application/json; charset=utf-8',
    });
    expect(marked).toMatchObject({ status: 202, body: { accepted: 1 } });
  });

  it('takes nothing from an empty list', async () => {
    expect(await ingestor.post([])).toMatchObject({
      status: 202,
      body: { accepted: 0, duplicates: 0 },
    });
  });

  it('keeps an event under the key of its repository, and says when it came', async () => {
    await ingestor.post([COMMIT, DEPLOYMENT]);
    const [first, second] = await ingestor.messages();
    expect([first?.key, second?.key]).toEqual(['acme/shop', 'acme/shop']);
    expect(first?.headers).toMatchObject({
      'received-at': String(RECEIVED_AT),
      'schema-version': '1',
    });
    expect(first?.headers['content-digest']).not.toBe(second?.headers['content-digest']);
  });

  it('answers only when the log has it', async () => {
    let open: () => void = () => undefined;
    ingestor.gate = new Promise((resolve) => (open = resolve));
    let answered = false;
    const answer = ingestor.post(COMMIT).then((received) => {
      answered = true;
      return received;
    });
    // Whatever the ingestor does without the log, it has done after two rounds of another request.
    await ingestor.request({ url: '/livez' });
    await ingestor.request({ url: '/livez' });
    expect(answered).toBe(false);
    open();
    expect(await answer).toMatchObject({ status: 202 });
  });
});

describe('an event that is sent again', () => {
  it('is a duplicate, in one request and in another, however it is written', async () => {
    const { type, ...rest } = COMMIT;
    const written = { ...rest, colour: 'green', authoredAt: 1_769_947_200, type };
    expect((await ingestor.post([COMMIT, written])).body).toEqual({ accepted: 1, duplicates: 1 });
    expect((await ingestor.post(written)).body).toEqual({ accepted: 0, duplicates: 1 });
    expect(await ingestor.events()).toHaveLength(1);
  });

  it('is none as long as the log did not take it', async () => {
    ingestor.failure = new LogUnavailableError('no broker answers');
    expect(await ingestor.post(COMMIT)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'TL_LOG_UNAVAILABLE' },
    });
    ingestor.failure = undefined;
    expect((await ingestor.post(COMMIT)).body).toEqual({ accepted: 1, duplicates: 0 });
  });
});

describe('people', () => {
  it('do not reach the log', async () => {
    await ingestor.post([COMMIT, DEPLOYMENT]);
    const [commit, deployment] = await ingestor.events();
    expect(commit?.['author']).toMatch(/^hmac:[0-9a-f]{32}$/);
    expect(deployment?.['actor']).toBe(commit?.['author']);
    // HMAC-SHA256 of the address with the key, from `openssl dgst -sha256 -hmac`.
    expect(commit?.['author']).toBe('hmac:fad5bc81604dbd91442c392a09f44273');
  });

  it('who reviewed their own change are told by the same hash in both', async () => {
    const change = { type: 'change', repository: 'acme/shop', number: 7, author: 'ada' };
    const review = { type: 'review', repository: 'acme/shop', number: 7, reviewer: 'ada' };
    await ingestor.post([
      { ...change, openedAt: '2026-01-01T00:00:00Z' },
      { ...review, id: '80', state: 'approved', at: '2026-01-01T12:00:00Z' },
    ]);
    const [opened, reviewed] = await ingestor.events();
    expect(reviewed?.['reviewer']).toMatch(/^hmac:[0-9a-f]{32}$/);
    expect(reviewed?.['reviewer']).toBe(opened?.['author']);
  });

  it('do not reach quarantine, even where they are no text', async () => {
    const author = { name: 'Ada', email: 'ada@example.com' };
    await ingestor.post(
      [
        { ...COMMIT, author },
        { ...DEPLOYMENT, sha: 'x' },
      ],
      {},
      '?invalid=quarantine',
    );
    const kept = JSON.stringify(await ingestor.quarantined());
    expect(kept).not.toMatch(/ada@example|Ada/);
    expect(kept.match(/hmac:[0-9a-f]{32}/g)).toHaveLength(2);
  });

  it('stay as they are when they come back from quarantine', async () => {
    await ingestor.post({ ...COMMIT, sha: 'x' }, {}, '?invalid=quarantine');
    const [kept] = await ingestor.quarantined();
    const payload = JSON.parse(String(kept?.['payload'])) as Record<string, unknown>;
    await ingestor.post({ ...payload, sha: COMMIT.sha });
    expect(await ingestor.events()).toMatchObject([{ author: payload['author'] }]);
    expect((await ingestor.post(COMMIT)).body).toEqual({ accepted: 0, duplicates: 1 });
  });
});

describe('?invalid=quarantine', () => {
  const bad = { ...COMMIT, sha: 'abc' };

  it('keeps the valid events, and the others with what is wrong with them', async () => {
    const sent = `${lines(COMMIT, COMMIT, bad)}\n{"type":`;
    const answer = await ingestor.post(sent, NDJSON, '?invalid=quarantine');
    expect(answer).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 1, quarantined: 2 },
    });
    expect(await ingestor.events()).toHaveLength(1);
    const kept = await ingestor.quarantined();
    expect(kept.find(({ payload }) => payload === '{"type":')).toMatchObject({
      receivedAt: RECEIVED_AT,
      source: 'api',
      encoding: 'utf8',
      faults: [{ index: 3, path: '', code: 'not_json' }],
    });
    expect(kept.find(({ payload }) => payload !== '{"type":')).toMatchObject({
      faults: [{ index: 2, path: 'sha', code: 'invalid_sha' }],
    });
  });

  it('says that there is nothing to keep where there is nothing', async () => {
    const answer = await ingestor.post(COMMIT, {}, '?invalid=quarantine');
    expect(answer.body).toEqual({ accepted: 1, duplicates: 0, quarantined: 0 });
  });

  it('gives one payload one id', async () => {
    await ingestor.post(bad, {}, '?invalid=quarantine');
    await ingestor.post([COMMIT, bad], {}, '?invalid=quarantine');
    const ids = (await ingestor.quarantined()).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('is the only other way', async () => {
    expect(await ingestor.post(COMMIT, {}, '?invalid=ignore')).toMatchObject({
      status: 400,
      body: { code: 'TL_INVALID_QUERY' },
    });
    expect(await ingestor.post(COMMIT, {}, '?invlid=quarantine')).toMatchObject({ status: 400 });
  });
});

describe('an ingestor for some types of events', () => {
  it('refuses the others by name', async () => {
    const commits = await Ingestor.start({ accepts: new Set(['commit', 'change']) });
    try {
      const answer = await commits.post([COMMIT, DEPLOYMENT], {}, '?invalid=quarantine');
      expect(answer).toMatchObject({
        status: 422,
        body: {
          code: 'TL_EVENT_TYPE_NOT_ACCEPTED',
          faults: [{ index: 1, path: 'type', message: expect.stringContaining('commit, change') }],
        },
      });
      expect((await commits.post(COMMIT)).body).toEqual({ accepted: 1, duplicates: 0 });
    } finally {
      await commits.stop();
    }
  });
});

it('counts what became of every event', async () => {
  await ingestor.post([COMMIT, COMMIT]);
  await ingestor.post([{ ...COMMIT, sha: '' }, DEPLOYMENT]);
  await ingestor.post({ type: 'depoyment' }, {}, '?invalid=quarantine');
  const { body } = await ingestor.request({ url: '/metrics' });
  const text = String(body['text']);
  for (const [outcome, type] of [
    ['accepted', 'commit'],
    ['duplicate', 'commit'],
    ['refused', 'commit'],
    ['refused', 'deployment'],
    ['quarantined', 'unknown'],
  ]) {
    expect(text).toMatch(
      new RegExp(
        `ingestion_events\\S*\\{outcome="${outcome}",type="${type}",source="api"\\} [1-9]`,
      ),
    );
  }
});
