import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOW } from './organisation.fixture.js';
import { QueryApi } from './query-api.fixture.js';

interface Problem {
  readonly code: string;
  readonly faults?: readonly {
    readonly path: string;
    readonly message: string;
    readonly hint?: string;
  }[];
}

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
});

afterAll(async () => {
  await api.stop();
});

describe('a question that cannot be meant', () => {
  it.each([
    ['/v1/metrics?form=2026-01-01', 'form', /not a parameter/],
    ['/v1/metrics?timezone=Europe/Bielefeld', 'timezone', /no time zone/],
    ['/v1/metrics?from=2026-03-02&to=2026-03-02', 'from', /earlier/],
    ['/v1/metrics?from=2026-03-03&to=2026-03-02', 'from', /earlier/],
    ['/v1/metrics?from=2027-01-01', 'from', /earlier/],
    ['/v1/metrics?from=yesterday', 'from', /no date or instant/],
    ['/v1/metrics?to=2026-02-30', 'to', /no date or instant/],
    ['/v1/metrics?to=2500-01-01', 'to', /no date or instant/],
    ['/v1/metrics?interval=fortnight', 'interval', /week/],
    ['/v1/metrics?groupBy=author', 'groupBy', /service/],
    ['/v1/metrics?definition=ours', 'definition', /dora/],
    ['/v1/metrics?format=xml', 'format', /csv/],
    ['/v1/metrics?format=csv&compare=previous', 'compare', /no columns in CSV/],
    ['/v1/metrics?format=csv&levels=dora-2024', 'levels', /no columns in CSV/],
    ['/v1/metrics?format=csv&quickCheck=true', 'quickCheck', /no columns in CSV/],
    ['/v1/metrics?quickCheck=maybe', 'quickCheck', /true or false/],
    ['/v1/metrics?metrics=,', 'metrics', /names nothing/],
    ['/v1/metrics?metrics=leadTime', 'metrics', /changeLeadTime/],
    [
      '/v1/metrics?metrics=changeFailRate&levels=dora-2024',
      'metrics',
      /must name deploymentFrequency, changeLeadTime, recoveryTime, timeToRestore too/,
    ],
    [
      '/v1/metrics?metrics=changeLeadTime,deploymentFrequency,changeFailRate,recoveryTime&quickCheck=true',
      'metrics',
      /must name reworkRate too/,
    ],
    [
      '/v1/metrics?metrics=deploymentFrequency&compare=previous&members=service',
      'members',
      /changeFailRate and reworkRate/,
    ],
    ['/v1/metrics?timezone=%2B05:00', 'timezone', /no time zone/],
    [
      '/v1/metrics?compare=previous&members=service&definition=gitlab',
      'members',
      /counts incidents/,
    ],
    ['/v1/metrics?service=', 'service', /names nothing/],
    ['/v1/metrics?service=a&service=b', 'service', /./],
    ['/v1/metrics?interval=day&from=1990-01-01', 'interval', /about 13222 periods/],
    ['/v1/deployments?limit=0', 'limit', /from 1 to 1000/],
    ['/v1/deployments?limit=1001', 'limit', /from 1 to 1000/],
    ['/v1/deployments?limit=ten', 'limit', /not a number/],
    ['/v1/deployments?cursor=nonsense', 'cursor', /begin without one/],
    ['/v1/deployments?interval=day', 'interval', /not a parameter/],
    ['/v1/changes?cursor=WzEsMl0', 'cursor', /begin without one/],
    ['/v1/incidents?cursor=%00', 'cursor', /begin without one/],
    ['/v1/quarantine?cursor=e30', 'cursor', /begin without one/],
    ['/v1/quarantine?from=2026-01-01', 'from', /not a parameter/],
    ['/v1/services?team=a', 'team', /not a parameter/],
    ['/v1/definitions?id=dora', 'id', /not a parameter/],
    [`/v1/commits/${'a'.repeat(40)}?service=api`, 'service', /not a parameter/],
  ])('is refused, with what is wrong with it: %s', async (path, parameter, message) => {
    const { status, body, headers } = await api.ask<Problem>(path);
    expect([status, body.code]).toEqual([400, 'TL_INVALID_QUERY']);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body.faults?.map((fault) => fault.path)).toEqual([parameter]);
    expect(body.faults?.[0]?.message).toMatch(message);
  });

  it('tells the parameter that was meant', async () => {
    const { body } = await api.ask<Problem>('/v1/metrics?groupby=team');
    expect(body.faults?.[0]?.hint).toBe('did you mean "groupBy"?');
  });

  it('tells the word of a list that was meant', async () => {
    const { body } = await api.ask<Problem>('/v1/metrics?metrics=changeFailRate,reworkrate');
    expect(body.faults?.[0]?.hint).toBe('did you mean "reworkRate"?');
  });

  it('has every fault listed at once', async () => {
    const { body } = await api.ask<Problem>('/v1/metrics?interval=hour&groupBy=person&frm=1');
    expect(body.faults?.map(({ path }) => path).sort()).toEqual(['frm', 'groupBy', 'interval']);
  });
});

describe('what is not there', () => {
  it.each([
    '/v1/deployments/api/production/9/commits',
    `/v1/commits/${'a'.repeat(40)}`,
    '/v1/commits/main',
    '/v1/nothing',
  ])('is not found: %s', async (path) => {
    const { status, body } = await api.ask<Problem>(path);
    expect([status, body.code]).toEqual([404, 'TL_NOT_FOUND']);
  });
});

describe('a question to an empty platform', () => {
  it('is answered all the same', async () => {
    const { status, body } = await api.ask<object>('/v1/metrics');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      freshness: { lastEventAt: null, lagSeconds: null },
      rows: [{ deploymentFrequency: { deployments: 0 }, changeFailRate: { rate: null } }],
    });
    for (const path of ['/v1/deployments', '/v1/changes', '/v1/incidents', '/v1/services']) {
      expect((await api.ask(path)).body).toMatchObject({ items: [] });
    }
    expect((await api.ask('/v1/metrics?groupBy=service')).body).toMatchObject({ rows: [] });
  });
});
