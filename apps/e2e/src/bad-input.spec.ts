import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type RunningServer, until, Workbench } from '@throughline/testing';
import { describePlatform } from './platform/describe-platform.js';
import { type Answer, ConnectionLost, PlatformClient } from './platform/platform-client.js';

jest.setTimeout(120_000);

const MEBIBYTE = 1024 * 1024;
const NDJSON = { 'content-type': 'application/x-ndjson' };
const GZIP = { 'content-encoding': 'gzip' };

const SHA = 'a'.repeat(40);
const OTHER_SHA = 'b'.repeat(40);
const COMMIT = {
  type: 'commit',
  repository: 'acme/shop',
  sha: SHA,
  parents: [],
  authoredAt: '2026-03-01T12:00:00Z',
};
const DEPLOYMENT = {
  type: 'deployment',
  service: 'shop',
  environment: 'production',
  id: 'd-1',
  repository: 'acme/shop',
  sha: SHA,
  status: 'succeeded',
  finishedAt: '2026-03-01T13:00:00Z',
};

interface Fault {
  readonly index: number;
  readonly path: string;
  readonly code: string;
}

const faultsOf = ({ body }: Answer) =>
  (body['faults'] as readonly Fault[]).map(({ index, path, code }) => `${index} ${path} ${code}`);

describePlatform('a running platform that is sent', () => {
  const bench = new Workbench();
  let platform: RunningServer;
  let api: PlatformClient;

  beforeAll(async () => {
    platform = bench.launchPlatform(await bench.folder());
    api = new PlatformClient(await platform.ready());
  });

  afterAll(() => bench.clear());

  afterEach(() => {
    expect(platform.output).not.toMatch(/"level":(?:50|60)|TL_INTERNAL/);
  });

  /** Whatever was sent before, what is sent now is taken and comes out at the other end. */
  const goesOn = () => api.settled('acme/shop');

  /**
   * A body that is too large is refused before it is read, and the connection ends with the answer: a
   * client that is still writing then may miss it, and learns it when it asks again.
   */
  async function refusalOf(body: () => Buffer | ReadableStream) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await api.post(body());
      } catch (error) {
        if (!(error instanceof ConnectionLost) || attempt === 5) throw error;
      }
    }
  }

  describe('a body that cannot be read', () => {
    afterAll(goesOn);

    it.each<[string, string | Buffer, Record<string, string>, number, string]>([
      ['that is no JSON', '{"type": "commit"', {}, 400, 'TL_BODY_NOT_JSON'],
      ['that is empty', '', {}, 400, 'TL_BODY_NOT_JSON'],
      ['of NUL bytes', '\0\0', {}, 400, 'TL_BODY_NOT_JSON'],
      ['of invalid UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), {}, 400, 'TL_BODY_NOT_JSON'],
      ['that is no gzip', '{}', GZIP, 400, 'TL_BODY_NOT_DECODABLE'],
      ['cut in half', gzipSync('[1,2,3]').subarray(0, 15), GZIP, 400, 'TL_BODY_NOT_DECODABLE'],
      [
        'of a type we do not read',
        '<a/>',
        { 'content-type': 'text/xml' },
        415,
        'TL_UNSUPPORTED_MEDIA_TYPE',
      ],
      ['compressed otherwise', '{}', { 'content-encoding': 'br' }, 415, 'TL_UNSUPPORTED_ENCODING'],
      ['with too many events', '{}\n'.repeat(10_001), NDJSON, 413, 'TL_BODY_TOO_LARGE'],
      [
        'that is a gzip bomb',
        gzipSync(Buffer.alloc(256 * MEBIBYTE)),
        GZIP,
        413,
        'TL_BODY_TOO_LARGE',
      ],
    ])('%s', async (_, body, headers, status, code) => {
      expect(await api.post(body, headers)).toMatchObject({ status, body: { status, code } });
    });

    it.each<[string, () => Buffer | ReadableStream]>([
      ['that says so', () => Buffer.alloc(50 * MEBIBYTE, ' ')],
      ['that does not say how much comes', () => new Blob([Buffer.alloc(50 * MEBIBYTE)]).stream()],
    ])('of 50 MB %s', async (_, body) => {
      const refused = { status: 413, body: { code: 'TL_BODY_TOO_LARGE' } };
      expect(await refusalOf(body)).toMatchObject(refused);
    });
  });

  describe('an event', () => {
    afterAll(goesOn);

    it.each<[string, unknown, string[]]>([
      ['that is no object', 'commit', ['0  not_an_object']],
      ['of no known type', { type: 'constructor' }, ['0 type unknown_type']],
      ['with a wrong type', { ...COMMIT, parents: SHA }, ['0 parents wrong_type']],
      [
        'from the year 9999',
        { ...COMMIT, authoredAt: '9999-12-31T00:00:00Z' },
        ['0 authoredAt time_out_of_range'],
      ],
      [
        'from before computers',
        { ...COMMIT, authoredAt: -1e15 },
        ['0 authoredAt time_out_of_range'],
      ],
      [
        'of a day that never was',
        { ...COMMIT, authoredAt: '2026-02-30T00:00:00Z' },
        ['0 authoredAt invalid_time'],
      ],
      ['with a sha that is not hex', { ...COMMIT, sha: 'z'.repeat(40) }, ['0 sha invalid_sha']],
      [
        'with itself for a parent',
        { ...COMMIT, parents: [OTHER_SHA, SHA] },
        ['0 parents[1] own_parent'],
      ],
      ['with a NUL in a name', { ...DEPLOYMENT, service: 'shop\0' }, ['0 service invalid_text']],
      [
        'with half a character',
        { ...DEPLOYMENT, service: 'shop\ud83d' },
        ['0 service invalid_text'],
      ],
    ])('%s', async (_, event, faults) => {
      const answer = await api.post(JSON.stringify(event));
      expect(answer).toMatchObject({ status: 400, body: { code: 'TL_INVALID_EVENTS' } });
      expect(faultsOf(answer)).toEqual(faults);
    });

    it('with fields it does not know, which it keeps out', async () => {
      const event = { ...DEPLOYMENT, service: 'unknown-fields', colour: 'green' };
      expect(await api.post(JSON.stringify(event))).toMatchObject({ status: 202 });
      await goesOn();
      const [kept] = await api.deployments({ service: 'unknown-fields' });
      expect(kept).toMatchObject({ id: 'd-1' });
      expect(kept).not.toHaveProperty('colour');
    });
  });

  it('commits that are each other’s parents, which it ships like others', async () => {
    const repository = 'acme/cycle';
    const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
    await api.send([
      { ...DEPLOYMENT, service: 'cycle', repository, sha: one },
      { ...COMMIT, repository, sha: one, parents: [two] },
      { ...COMMIT, repository, sha: two, parents: [one] },
    ]);
    await api.settled(repository);
    expect(await api.deployments({ service: 'cycle' })).toMatchObject([{ commits: 2 }]);
  });

  describe('lines of which one is bad', () => {
    const lines = (service: string, bad: string) =>
      [{ ...DEPLOYMENT, service, id: 'before' }, bad, { ...DEPLOYMENT, service, id: 'behind' }]
        .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
        .join('\n');

    it('keeps none of them, and says which it is', async () => {
      const answer = await api.post(lines('refused', '{"type":'), NDJSON);
      expect(answer).toMatchObject({ status: 400, body: { code: 'TL_INVALID_EVENTS' } });
      expect(faultsOf(answer)).toEqual(['1  not_json']);
      await goesOn();
      expect(await api.deployments({ service: 'refused' })).toEqual([]);
    });

    it('keeps the others when it is to, and lists the bad one', async () => {
      const bad = '{"type": "deployment", "status": "unheard-of"}';
      const answer = await api.post(lines('kept', bad), NDJSON, '?invalid=quarantine');
      expect(answer).toMatchObject({ status: 202, body: { accepted: 2, quarantined: 1 } });
      await goesOn();
      expect(await api.deployments({ service: 'kept' })).toHaveLength(2);
      const item = await until('the bad line to be listed', async () => {
        const { body } = await api.get('/v1/quarantine');
        const items = body['items'] as readonly { payload: string; faults: readonly Fault[] }[];
        return items.find(({ payload }) => payload.includes('unheard-of'));
      });
      expect(JSON.parse(item.payload)).toEqual(JSON.parse(bad));
      expect(item.faults).toContainEqual(expect.objectContaining({ index: 1, path: 'status' }));
    });
  });

  it.each([
    ['/v1/metrics?from=banana', 400, 'TL_INVALID_QUERY'],
    ['/v1/metrics?form=2026-01-01', 400, 'TL_INVALID_QUERY'],
    ['/v1/deployments?cursor=%00', 400, 'TL_INVALID_QUERY'],
    ['/v1/deployments?limit=1e9', 400, 'TL_INVALID_QUERY'],
    ['/v1/commits/%00', 404, 'TL_NOT_FOUND'],
    ['/v1/commits/%ff', 400, 'TL_MALFORMED_REQUEST'],
    [
      `/v1/deployments?service=${encodeURIComponent("'; DROP TABLE deployments --")}`,
      200,
      undefined,
    ],
  ])('the question %s', async (question, status, code) => {
    const answer = await api.ask(question);
    expect(answer.status).toBe(status);
    expect(answer.body['code']).toBe(code);
  });
});
