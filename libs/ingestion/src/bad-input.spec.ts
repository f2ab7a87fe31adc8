import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMIT, DEPLOYMENT, SERVICE, sha } from './examples.fixture.js';
import { type Answer, Ingestor } from './ingestor.fixture.js';

const MEBIBYTE = 1024 * 1024;
const NDJSON = { 'content-type': 'application/x-ndjson' };

let ingestor: Ingestor;

beforeAll(async () => {
  ingestor = await Ingestor.start();
});

afterAll(() => ingestor.stop());

function faultsOf({ body }: Answer): string[] {
  const faults = body['faults'] as { index: number; path: string; code: string }[];
  return faults.map(({ index, path, code }) => `${index} ${path} ${code}`);
}

describe('a body that is', () => {
  it.each<[string, unknown, Record<string, string>, number, string]>([
    ['not JSON', '{"type": "commit"', {}, 400, 'TL_BODY_NOT_JSON'],
    ['two JSON values', '{}{}', {}, 400, 'TL_BODY_NOT_JSON'],
    ['empty', '', {}, 400, 'TL_BODY_NOT_JSON'],
    ['blank', ' \n \n', NDJSON, 400, 'TL_BODY_NOT_JSON'],
    ['a NUL byte', '\0', {}, 400, 'TL_BODY_NOT_JSON'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}, 400, 'TL_BODY_NOT_JSON'],
    ['UTF-8 cut in half', Buffer.from('"🚀"').subarray(0, 3), {}, 400, 'TL_BODY_NOT_JSON'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), {}, 400, 'TL_BODY_NOT_JSON'],
    ['no gzip, but said to be', '{}', { 'content-encoding': 'gzip' }, 400, 'TL_BODY_NOT_DECODABLE'],
    [
      'half a gzip',
      gzipSync(JSON.stringify(COMMIT)).subarray(0, 40),
      { 'content-encoding': 'gzip' },
      400,
      'TL_BODY_NOT_DECODABLE',
    ],
    ['compressed otherwise', '{}', { 'content-encoding': 'br' }, 415, 'TL_UNSUPPORTED_ENCODING'],
    [
      'a form',
      'a=b',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'TL_UNSUPPORTED_MEDIA_TYPE',
    ],
    ['XML', '<a/>', { 'content-type': 'text/xml' }, 415, 'TL_UNSUPPORTED_MEDIA_TYPE'],
    ['50 MB', Buffer.alloc(50 * MEBIBYTE, ' '), {}, 413, 'TL_BODY_TOO_LARGE'],
    [
      'a gzip bomb',
      gzipSync(Buffer.alloc(64 * MEBIBYTE)),
      { 'content-encoding': 'gzip' },
      413,
      'TL_BODY_TOO_LARGE',
    ],
    ['too many events', Array(10_001).fill(COMMIT), {}, 413, 'TL_BODY_TOO_LARGE'],
    ['too many lines', '{}\n'.repeat(10_001), NDJSON, 413, 'TL_BODY_TOO_LARGE'],
  ])('%s is refused', async (_, body, headers, status, code) => {
    const answer = await ingestor.post(body, headers);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(String(answer.body['detail']).length).toBeGreaterThan(10);
  });

  it('of a type we do not read is told which types we read', async () => {
    const answer = await ingestor.post('<a/>', { 'content-type': 'text/xml' });
    expect(answer.headers['accept']).toContain('application/x-ndjson');
    expect(answer.body['detail']).toContain('application/cloudevents+json');
  });
});

describe('an event that has', () => {
  it.each<[string, unknown, string[]]>([
    ['no braces', '"commit"', ['0  not_an_object']],
    ['no value', 'null', ['0  not_an_object']],
    ['wrong types', { ...COMMIT, parents: sha('b') }, ['0 parents wrong_type']],
    [
      'an absurd date',
      { ...COMMIT, authoredAt: '9999-12-31T00:00:00Z' },
      ['0 authoredAt time_out_of_range'],
    ],
    ['no date', { ...COMMIT, authoredAt: 'yesterday' }, ['0 authoredAt invalid_time']],
    ['40 characters that are no sha', { ...COMMIT, sha: 'z'.repeat(40) }, ['0 sha invalid_sha']],
    ['itself for a parent', { ...COMMIT, parents: [COMMIT.sha] }, ['0 parents[0] own_parent']],
    ['a NUL in its name', { ...SERVICE, name: 'a\0' }, ['0 name invalid_text']],
    ['an unknown type', { type: 'constructor' }, ['0 type unknown_type']],
    ['fifty thousand levels', '['.repeat(50_000) + ']'.repeat(50_000), ['0  not_an_object']],
    ['a prototype', '{"__proto__": {"type": "commit"}}', ['0 type unknown_type']],
  ])('%s is refused', async (_, event, faults) => {
    const answer = await ingestor.post(event);
    expect(answer).toMatchObject({ status: 400, body: { code: 'TL_INVALID_EVENTS' } });
    expect(faultsOf(answer)).toEqual(faults);
  });

  it('fields we do not know is kept without them', async () => {
    const text = JSON.stringify({ ...DEPLOYMENT, colour: 'green' });
    const odd = text.replace('{', '{"__proto__": {"polluted": true}, "constructor": 1, ');
    expect(await ingestor.post(odd)).toMatchObject({ status: 202 });
    const [kept] = await ingestor.events();
    expect(Object.keys(kept ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/colour|constructor|polluted|__proto__/)]),
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('a part in a cycle is kept: no single event shows it', async () => {
    const cycle = [
      { ...COMMIT, repository: 'acme/cycle', sha: sha('1'), parents: [sha('2')] },
      { ...COMMIT, repository: 'acme/cycle', sha: sha('2'), parents: [sha('1')] },
    ];
    expect(await ingestor.post(cycle)).toMatchObject({ status: 202, body: { accepted: 2 } });
  });
});

describe('a request with some invalid events', () => {
  const text = (...values: unknown[]) =>
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

  it('keeps nothing, and says where each fault is', async () => {
    const fresh = { ...COMMIT, repository: 'acme/fresh' };
    const before = (await ingestor.events()).length;
    const answer = await ingestor.post(
      text(fresh, '', '{"type":', { ...fresh, sha: 1, parents: 2 }),
      NDJSON,
    );
    expect(answer.status).toBe(400);
    expect(answer.body['faults']).toMatchObject([
      { index: 1, path: '', code: 'not_json', message: expect.stringMatching(/^line 3: /) },
      { index: 2, path: 'sha', code: 'wrong_type', message: expect.stringMatching(/^line 4: /) },
      { index: 2, path: 'parents', code: 'wrong_type' },
    ]);
    expect(await ingestor.events()).toHaveLength(before);
    expect(await ingestor.quarantined()).toEqual([]);
    expect((await ingestor.post(fresh)).body).toEqual({ accepted: 1, duplicates: 0 });
  });

  it('lists a hundred faults, and how many events there are', async () => {
    const answer = await ingestor.post(Array(150).fill({ ...COMMIT, sha: 'x' }));
    expect(answer.body['faults']).toHaveLength(100);
    expect(answer.body['detail']).toContain('150 of 150 events');
  });

  it('keeps nothing either when one of them is nested deeper than can be written', async () => {
    const nested = `{"type": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const answer = await ingestor.post(nested, {}, '?invalid=quarantine');
    expect(answer).toMatchObject({ status: 400, body: { code: 'TL_BODY_NOT_JSON' } });
  });
});

it('refuses over a real connection what is larger than it reads', async () => {
  await ingestor.application.listen(0, '127.0.0.1');
  const { port } = ingestor.application.getHttpServer().address() as AddressInfo;
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const request = httpRequest(
      { port, host: '127.0.0.1', method: 'POST', path: '/v1/events' },
      (response) => {
        response.resume();
        resolve(response.statusCode);
        request.destroy();
      },
    );
    request.on('error', reject);
    // Without a content-length, so that the limit has to be found while reading.
    for (let sent = 0; sent < 20; sent += 1) request.write(Buffer.alloc(MEBIBYTE, ' '));
  });
  expect(status).toBe(413);
});
