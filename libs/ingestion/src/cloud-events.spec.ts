import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloudEvent, HTTP } from 'cloudevents';
import { COMMIT, INCIDENT, sha } from './examples.fixture.js';
import { Ingestor } from './ingestor.fixture.js';

let ingestor: Ingestor;

beforeAll(async () => {
  ingestor = await Ingestor.start();
});

afterAll(() => ingestor.stop());

const event = (data: unknown, more: object = {}) =>
  new CloudEvent({ type: 'com.acme.delivery', source: '/ci', id: '1', data, ...more });

const structured = { 'content-type': 'application/cloudevents+json' };
const batched = { 'content-type': 'application/cloudevents-batch+json; charset=utf-8' };

/** A message as the CloudEvents SDK makes it. */
function post({ headers, body }: ReturnType<typeof HTTP.binary>) {
  return ingestor.post(body, headers as Record<string, string>);
}

describe('a CloudEvent', () => {
  it('is taken in binary, structured and batched mode, as the SDK sends it', async () => {
    const [one, two, three, four] = ['1', '2', '3', '4'].map((letter) => ({
      ...COMMIT,
      sha: sha(letter),
    }));
    expect(await post(HTTP.binary(event(one)))).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
    expect(await post(HTTP.structured(event(two)))).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
    const batch = JSON.stringify([event(three), event(four)]);
    expect(await ingestor.post(batch, batched)).toMatchObject({
      status: 202,
      body: { accepted: 2 },
    });
    expect((await ingestor.events()).map((kept) => kept['sha']).sort()).toEqual(
      ['1', '2', '3', '4'].map(sha),
    );
  });

  it('is taken with its data in base64', async () => {
    const data_base64 = Buffer.from(JSON.stringify(INCIDENT)).toString('base64');
    const sent = { specversion: '1.0', id: '1', source: '/ci', type: 'x', data_base64 };
    expect(await ingestor.post(sent, structured)).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
  });

  it.each<[string, unknown, string[]]>([
    [
      'lacks its id and source',
      { specversion: '1.0', type: 'x', data: INCIDENT },
      ['id', 'source'],
    ],
    ['is of another version', { ...event(INCIDENT).toJSON(), specversion: '0.3' }, ['specversion']],
    ['is no object', 'x', ['']],
    [
      'carries another content',
      event('<a/>', { datacontenttype: 'text/xml' }),
      ['datacontenttype'],
    ],
    ['carries no data', event(undefined), ['type']],
    ['carries an invalid event', event({ ...COMMIT, sha: 'x' }), ['data.sha']],
    [
      'carries base64 that is no JSON',
      { ...event(1).toJSON(), data_base64: 'AAAA' },
      ['data_base64'],
    ],
    ['promises a CDEvent', event({}, { type: 'dev.cdevents.service.deployed.0.3.0' }), ['type']],
  ])('that %s is refused', async (_, sent, paths) => {
    const answer = await ingestor.post(JSON.stringify(sent), structured);
    expect(answer).toMatchObject({ status: 400, body: { code: 'TL_INVALID_EVENTS' } });
    expect((answer.body['faults'] as { path: string }[]).map(({ path }) => path)).toEqual(paths);
  });

  it('in binary mode may call its JSON by another name', async () => {
    const { headers, body } = HTTP.binary(event({ ...COMMIT, sha: sha('5') }));
    headers['content-type'] = 'application/vnd.acme.delivery+json';
    expect(await post({ headers, body })).toMatchObject({
      status: 202,
      body: { accepted: 1 },
    });
  });

  it('in binary mode without its attributes is refused by the names of the headers', async () => {
    const answer = await ingestor.post(INCIDENT, { 'ce-specversion': '1.0', 'ce-id': '1' });
    expect(answer.status).toBe(400);
    expect(answer.body['faults']).toMatchObject([{ path: 'ce-source' }, { path: 'ce-type' }]);
  });

  it('brings nobody into quarantine, whatever is wrong with its envelope', async () => {
    await ingestor.post({ specversion: '0.3', data: COMMIT }, structured, '?invalid=quarantine');
    const [kept] = await ingestor.quarantined();
    expect(JSON.stringify(kept)).not.toContain('ada@example.com');
    expect(JSON.parse(String(kept?.['payload']))).toMatchObject({
      type: 'commit',
      sha: COMMIT.sha,
    });
  });
});
