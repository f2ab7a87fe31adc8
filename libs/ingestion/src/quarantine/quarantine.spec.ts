import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogUnavailableError } from '@throughline/event-log';
import { settlementSchema } from '@throughline/events';
import { COMMIT, DEPLOYMENT } from '../examples.fixture.js';
import { type Answer, Ingestor, RECEIVED_AT } from '../ingestor.fixture.js';

let ingestor: Ingestor;

beforeEach(async () => {
  ingestor = await Ingestor.start();
});

afterEach(() => ingestor.stop());

const sendAgain = (payload: unknown, query = ''): Promise<Answer> =>
  ingestor.request({
    method: 'POST',
    url: `/v1/quarantine/q1/send-again${query}`,
    ...(payload !== undefined && { payload: JSON.stringify(payload) }),
  });

const discard = (query: string, payload?: object): Promise<Answer> =>
  ingestor.request({
    method: 'DELETE',
    url: `/v1/quarantine/q1${query}`,
    ...(payload && { payload }),
  });

const settled = async () =>
  (await ingestor.quarantined()).filter((said) => settlementSchema.safeParse(said).success);

describe('an entry of the quarantine', () => {
  it('is settled by the events that are sent in its place', async () => {
    expect(await sendAgain([COMMIT, DEPLOYMENT], '?by=Ada')).toMatchObject({
      status: 202,
      body: { accepted: 2, duplicates: 0 },
    });
    expect(await ingestor.events()).toHaveLength(2);
    expect(await settled()).toEqual([
      { id: 'q1', settledAt: RECEIVED_AT, how: 'sent_again', by: 'Ada' },
    ]);
  });

  it('may be sent again twice', async () => {
    await sendAgain(COMMIT);
    expect(await sendAgain(COMMIT)).toMatchObject({ body: { accepted: 0, duplicates: 1 } });
    expect(await ingestor.events()).toHaveLength(1);
  });

  it('stays as it is while what is sent is wrong, and nothing of that is kept', async () => {
    const { sha: _, ...broken } = COMMIT;
    expect(await sendAgain([DEPLOYMENT, broken])).toMatchObject({
      status: 400,
      body: { code: 'TL_INVALID_EVENTS', faults: [{ index: 1, path: 'sha', code: 'required' }] },
    });
    expect(await sendAgain(undefined)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('GET /v1/quarantine/{id}') },
    });
    expect(await sendAgain(COMMIT, '?who=me')).toMatchObject({ status: 400 });
    expect(await ingestor.events()).toEqual([]);
    expect(await ingestor.quarantined()).toEqual([]);
  });

  it.each([
    ['in the address', '?reason=a+test&by=Ada', undefined],
    ['in the body', '', { reason: 'a test', by: 'Ada' }],
  ])('is discarded with a reason %s', async (_, query, body) => {
    expect(await discard(query, body)).toMatchObject({
      status: 202,
      body: { settled: 'discarded' },
    });
    expect(await settled()).toEqual([
      { id: 'q1', settledAt: RECEIVED_AT, how: 'discarded', by: 'Ada', reason: 'a test' },
    ]);
  });

  it('is not discarded without one', async () => {
    expect(await discard('?by=Ada')).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'reason' }] },
    });
    expect(await discard('', { reason: '  ' })).toMatchObject({ status: 400 });
    expect(await ingestor.quarantined()).toEqual([]);
  });

  it('is not settled while the log is away', async () => {
    ingestor.failure = new LogUnavailableError('no broker answers');
    expect(await discard('?reason=a+test')).toMatchObject({
      status: 503,
      body: { code: 'TL_LOG_UNAVAILABLE' },
    });
    expect(await sendAgain(COMMIT)).toMatchObject({ status: 503 });
  });
});
