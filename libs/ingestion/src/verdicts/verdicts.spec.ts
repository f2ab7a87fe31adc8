import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailableError } from '@throughline/event-log';
import { EVENT_TYPES, formatInstant } from '@throughline/events';
import { type Answer, Ingestor, RECEIVED_AT } from '../ingestor.fixture.js';

const ADDRESS = '/v1/deployments/api/production/r1/verdict';
const FAILED = { failed: true, reason: 'no order went through', by: 'Ada, on call' };
const AT = '2026-02-27T09:00:00Z';

let ingestor: Ingestor;

beforeEach(async () => {
  ingestor = await Ingestor.start();
});

afterEach(() => ingestor.stop());

const put = (payload: string | object, url = ADDRESS) =>
  ingestor.request({ method: 'PUT', url, payload });

const faultsOf = ({ body }: Answer): string[] =>
  (body['faults'] as { index: number; path: string; code: string }[]).map(
    ({ index, path, code }) => `${index} ${path} ${code}`,
  );

describe('a verdict', () => {
  it('is an event in the log, given now unless it says when', async () => {
    expect(await put(FAILED)).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 0 },
    });
    expect(await ingestor.events()).toEqual([
      {
        type: 'verdict',
        source: 'api',
        service: 'api',
        environment: 'production',
        deploymentId: 'r1',
        ...FAILED,
        at: RECEIVED_AT,
        updatedAt: RECEIVED_AT,
        labels: [],
        retracted: false,
      },
    ]);
  });

  it('is the same event when it is sent to /v1/events, and sent twice it counts once', async () => {
    expect((await put({ ...FAILED, at: AT })).body).toEqual({ accepted: 1, duplicates: 0 });
    expect((await put({ ...FAILED, at: AT })).body).toEqual({ accepted: 0, duplicates: 1 });
    const identity = { service: 'api', environment: 'production', deploymentId: 'r1' };
    const event = { type: 'verdict', ...identity, ...FAILED, at: AT };
    expect((await ingestor.post(event)).body).toEqual({ accepted: 0, duplicates: 1 });
    expect(await ingestor.events()).toHaveLength(1);
  });

  it('names its deployment by the address alone, percent-encoded', async () => {
    const url = `/v1/deployments/api/eu%2Fproduction/${encodeURIComponent('r 1/ä')}/verdict`;
    const elsewhere = { type: 'deployment', service: 'web', deploymentId: 'r2', retracted: true };
    expect(await put({ ...FAILED, ...elsewhere }, url)).toMatchObject({ status: 202 });
    expect(await ingestor.events()).toMatchObject([
      {
        type: 'verdict',
        service: 'api',
        environment: 'eu/production',
        deploymentId: 'r 1/ä',
        retracted: false,
      },
    ]);
  });

  it.each([
    ['in the body', { payload: { by: 'Bo', reason: 'the network was down', at: AT } }],
    ['in the address', { query: { by: 'Bo', reason: 'the network was down', at: AT } }],
  ])('is taken back with who and why %s', async (_, said) => {
    expect(await ingestor.request({ method: 'DELETE', url: ADDRESS, ...said })).toMatchObject({
      status: 202,
      body: { accepted: 1, duplicates: 0 },
    });
    const [withdrawal, ...others] = await ingestor.events();
    expect(withdrawal).toMatchObject({
      type: 'verdict',
      deploymentId: 'r1',
      retracted: true,
      by: 'Bo',
      reason: 'the network was down',
    });
    expect(formatInstant(withdrawal?.['at'] as number)).toBe('2026-02-27T09:00:00.000Z');
    expect(others).toEqual([]);
  });

  it('is refused with what to mend, and nothing is kept', async () => {
    const empty = await put('');
    expect(empty).toMatchObject({ status: 400, body: { code: 'TL_INVALID_EVENTS' } });
    expect(faultsOf(empty)).toEqual(['0 failed required', '0 reason required', '0 by required']);
    expect(faultsOf(await put({ ...FAILED, failed: 'yes', at: 'now' }))).toEqual([
      '0 failed wrong_type',
      '0 at invalid_time',
    ]);
    expect(faultsOf(await put([FAILED]))).toEqual(['0  not_an_object']);
    expect(await put('{"failed"')).toMatchObject({ body: { code: 'TL_BODY_NOT_JSON' } });
    expect(await put(FAILED, `${ADDRESS}?by=me`)).toMatchObject({
      body: { code: 'TL_INVALID_QUERY' },
    });
    const unsigned = await ingestor.request({ method: 'DELETE', url: ADDRESS });
    expect(faultsOf(unsigned)).toEqual(['0 by required']);
    const misspelt = await ingestor.request({ method: 'DELETE', url: `${ADDRESS}?who=me` });
    expect(misspelt).toMatchObject({ status: 400, body: { code: 'TL_INVALID_QUERY' } });
    expect(await ingestor.events()).toEqual([]);
  });

  it('is not answered for while the log is away', async () => {
    ingestor.failure = new LogUnavailableError('no broker answers');
    expect(await put(FAILED)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
      body: { code: 'TL_LOG_UNAVAILABLE' },
    });
  });
});

it('an ingestor that takes no verdicts refuses one', async () => {
  const others = await Ingestor.start({
    accepts: new Set(EVENT_TYPES.filter((type) => type !== 'verdict')),
  });
  try {
    const answer = await others.request({ method: 'PUT', url: ADDRESS, payload: FAILED });
    expect(answer).toMatchObject({ status: 422, body: { code: 'TL_EVENT_TYPE_NOT_ACCEPTED' } });
  } finally {
    await others.stop();
  }
});
