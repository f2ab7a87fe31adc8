import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { LEVEL_EDITIONS } from '@throughline/dora';
import { deployment, incident } from '../events.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import { onlyRowOf } from './metrics-questions.fixture.js';

jest.setTimeout(60_000);

/** So many deployments, a day apart, the last of which failed. */
const deployments = (service: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    deployment(service, String(index), at(2 + index), {
      status: index === count - 1 ? 'failed' : 'succeeded',
    }),
  );

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
  await api.record([
    ...deployments('tenth', 10),
    ...deployments('fifth', 5),
    // Half an hour, and long before anything that it could be laid at the door of.
    incident('fifth', 'early', at(1), { resolvedAt: at(1, 0, 30) }),
  ]);
});

afterAll(() => api.stop());

const levels = async (service: string, edition: string) =>
  (await onlyRowOf(api, `service=${service}&levels=${edition}`)).levels;

describe('the published levels', () => {
  it.each(LEVEL_EDITIONS.map(({ id, source }) => [id, source]))(
    'of %s can be asked for, with their source',
    async (id, source) => {
      expect(await levels('fifth', id)).toMatchObject({ edition: id, source });
    },
  );

  it('are not answered where nobody asks', async () => {
    expect(await onlyRowOf(api, 'service=fifth')).not.toHaveProperty('levels');
  });

  it('of 2024 place the one that fails more often among the high ones, as published', async () => {
    // 10 % is what medium had, 20 % what high had.
    expect((await levels('tenth', 'dora-2024'))?.changeFailRate).toEqual({
      clusters: ['medium'],
      match: 'within',
    });
    expect((await levels('fifth', 'dora-2024'))?.changeFailRate).toEqual({
      clusters: ['high'],
      match: 'within',
    });
  });

  it('of 2025 are none: that report has no such groups', async () => {
    expect(await levels('tenth', 'dora-2025')).toMatchObject({
      deploymentFrequency: null,
      changeLeadTime: null,
      changeFailRate: null,
      recovery: null,
    });
  });

  it('take the time to restore up to 2022 and the recovery since', async () => {
    // Nobody recovered from the failed deployment; the incident took less than an hour.
    expect((await levels('fifth', 'dora-2021'))?.recovery).toEqual({
      clusters: ['elite'],
      match: 'within',
    });
    expect((await levels('fifth', 'dora-2023'))?.recovery).toBeNull();
  });

  it('of an edition that there is not are refused, with those that there are', async () => {
    const { status, body } = await api.ask<object>('/v1/metrics?levels=dora-2020');
    expect(status).toBe(400);
    const known = LEVEL_EDITIONS.map(({ id }) => id).join(', ');
    expect(body).toMatchObject({
      faults: [{ path: 'levels', message: `must be one of: ${known}` }],
    });
  });
});

describe('the score of the Quick Check', () => {
  it('is that of the published formula, over what is known', async () => {
    // 10 in 90 days: between once a week and once a month, answer 3 of 6: 10·2/5 = 4.
    // 10 % failed: 9. No rework: 10. Nothing was shipped or recovered: no lead time, no recovery.
    const { quickCheck } = await onlyRowOf(api, 'service=tenth&quickCheck=true');
    expect(quickCheck).toEqual({
      scores: {
        deploymentFrequency: 4,
        changeLeadTime: null,
        recoveryTime: null,
        changeFailRate: 9,
        reworkRate: 10,
      },
      overall: 23 / 3,
      throughput: 4,
      stability: 9.5,
    });
  });

  it('is not given where nobody asks', async () => {
    expect(await onlyRowOf(api, 'service=tenth')).not.toHaveProperty('quickCheck');
  });
});
