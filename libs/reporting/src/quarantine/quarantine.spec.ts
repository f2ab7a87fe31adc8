import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QuarantinedEvent, Settlement } from '@throughline/events';
import { insertQuarantined, insertSettlements } from '@throughline/store';
import { at } from '../quality/doubtful-organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import type { QuarantineItem } from './quarantine-item.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => at(20) });
});

afterAll(async () => {
  await api.stop();
});

const received = (id: string, day: number): QuarantinedEvent => ({
  id,
  receivedAt: at(day),
  source: 'api',
  reason: { code: 'TL_INVALID_EVENTS', message: 'sha is missing' },
  faults: [{ index: 0, path: 'sha', code: 'required', message: 'is missing' }],
  payload: '{"type":"commit"}',
  encoding: 'utf8',
});

const settled = (id: string, day: number): Settlement => ({
  id,
  settledAt: at(day),
  how: 'discarded',
  by: 'Ada',
  reason: 'a test of ours',
});

type Happening = QuarantinedEvent | Settlement;

const record = async (happening: Happening): Promise<void> => {
  await ('settledAt' in happening
    ? insertSettlements(api.store.client, [happening])
    : insertQuarantined(api.store.client, [happening]));
};

const listed = async (state: string): Promise<string[]> => {
  const { body } = await api.ask<Page<QuarantineItem>>(`/v1/quarantine?state=${state}`);
  return body.items.map(({ id }) => id);
};

const SETTLED = {
  at: '2026-03-04T00:00:00.000Z',
  how: 'discarded',
  by: 'Ada',
  reason: 'a test of ours',
};

/** What happens to an entry, whether it is open afterwards, and since when. */
const STORIES: [string, (id: string) => Happening[], boolean, string][] = [
  ['received', (id) => [received(id, 2)], true, '2026-03-02'],
  ['settled', (id) => [received(id, 2), settled(id, 4)], false, '2026-03-02'],
  ['twice', (id) => [received(id, 2), received(id, 3), settled(id, 4)], false, '2026-03-03'],
  ['again', (id) => [received(id, 2), settled(id, 4), received(id, 5)], true, '2026-03-05'],
  [
    'settled-again',
    (id) => [received(id, 2), settled(id, 3), received(id, 3), settled(id, 4)],
    false,
    '2026-03-03',
  ],
];

describe.each(STORIES)('an entry of the quarantine that is %s', (story, happen, isOpen, since) => {
  it.each(['forwards', 'backwards'])('is the same whatever arrives first: %s', async (order) => {
    const id = `${story}-${order}`;
    const happenings = happen(id);
    for (const one of order === 'forwards' ? happenings : happenings.reverse()) await record(one);

    const { status, body } = await api.ask<QuarantineItem>(`/v1/quarantine/${id}`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        id,
        receivedAt: `${since}T00:00:00.000Z`,
        payload: '{"type":"commit"}',
        faults: [{ path: 'sha' }],
        settled: isOpen ? null : SETTLED,
      },
    });
    expect((await listed('open')).includes(id)).toBe(isOpen);
    expect((await listed('settled')).includes(id)).toBe(!isOpen);
    expect(await listed('all')).toContain(id);
    const { body: found } = await api.ask<Page<{ id: string }>>(
      '/v1/quality/quarantined?from=2026-03-01&to=2026-03-20&limit=1000',
    );
    expect(found.items.some((item) => item.id === id)).toBe(isOpen);
  });
});

describe('the quarantine', () => {
  it('knows nothing of an entry that was only settled', async () => {
    await record(settled('never-came', 4));
    expect(await api.ask('/v1/quarantine/never-came')).toMatchObject({
      status: 404,
      body: { code: 'TL_NOT_FOUND' },
    });
    expect(await listed('all')).not.toContain('never-came');
  });

  it('lists an entry under the place it had in the log', async () => {
    await record(received('throughline.commits/0/7', 2));
    const { body } = await api.ask(
      `/v1/quarantine/${encodeURIComponent('throughline.commits/0/7')}`,
    );
    expect(body).toMatchObject({ id: 'throughline.commits/0/7' });
  });

  it('refuses a state that is none', async () => {
    expect(await api.ask('/v1/quarantine?state=closed')).toMatchObject({
      status: 400,
      body: { faults: [{ path: 'state', message: expect.stringContaining('open') }] },
    });
  });
});
