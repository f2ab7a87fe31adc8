import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOW, ORGANISATION } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import type { WholeAnswer, WholeRow } from './metrics-questions.fixture.js';

const HOUR = 3600;

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production', 'prod', 'live'],
    services: {},
    now: () => NOW,
  });
  await api.record(ORGANISATION, NOW - 1000);
});

afterAll(async () => {
  await api.stop();
});

async function answer(query = ''): Promise<WholeAnswer> {
  const { status, body } = await api.ask<WholeAnswer>(`/v1/metrics${query}`);
  expect(status).toBe(200);
  return body;
}

const rows = async (query: string) => (await answer(query)).rows;

async function onlyRow(query = ''): Promise<WholeRow> {
  const [row, ...others] = await rows(query);
  if (row === undefined || others.length > 0) throw new Error('not just one row');
  return row;
}

/** Of each row its group and how many deployments succeeded. */
const deploymentsByGroup = async (query: string) =>
  Object.fromEntries(
    (await rows(query)).map(({ group, deploymentFrequency }) => [
      Object.values(group).join(),
      deploymentFrequency.deployments,
    ]),
  );

const UNKNOWN = { p50: null, p75: null, p90: null, mean: null };

describe('the metrics of the small organisation', () => {
  it('are those of production in the last 90 days, in UTC, under the definition of DORA', async () => {
    expect(await answer()).toMatchObject({
      definition: { id: 'dora', version: '2' },
      from: '2025-12-15T00:00:00.000Z',
      to: '2026-03-15T00:00:00.000Z',
      timezone: 'UTC',
      interval: 'none',
      rows: [{ group: {}, start: '2025-12-15T00:00:00.000Z', end: '2026-03-15T00:00:00.000Z' }],
    });
  });

  it('have 6 deployments on 5 days', async () => {
    // On the 2nd at 0 and 12, the 3rd and the 5th at 12, the 6th at 0 and the 10th at 2:
    // 12, 24, 48, 12 and 98 hours between, the median of 12 12 24 48 98 at index floor(0.5·5) = 2.
    // Of the 12 whole weeks before the 9th of March eleven have none.
    expect((await onlyRow()).deploymentFrequency).toMatchObject({
      deployments: 6,
      perDay: 6 / 90,
      daysWithDeployment: 5,
      medianDaysPerWeek: 0,
      medianSecondsBetween: 24 * HOUR,
    });
  });

  it('have the lead time of a4 to two services, 36 h and 48 h', async () => {
    // p50, p75 and p90 of two values are at floor(1.0), floor(1.5), floor(1.8) = 1.
    // Baselines: a1 a2 of api, a1 a3 of web, j1 of jobs. Merges: m, twice. Waiting: a5 for api,
    // whose files it touches, and j2, whose deployment was cancelled.
    // Kaplan and Meier: of 4 that began 2 are there, after 36 h (3/4 still wait) and 48 h (2/4).
    expect((await onlyRow()).changeLeadTime).toEqual({
      unit: 'commits',
      commits: 2,
      p50: 48 * HOUR,
      p75: 48 * HOUR,
      p90: 48 * HOUR,
      mean: 42 * HOUR,
      baselineCommits: 5,
      mergeCommits: 2,
      waiting: 2,
      kaplanMeier: expect.objectContaining({
        n: 4,
        ended: 2,
        open: 2,
        p50: 48 * HOUR,
        p75: null,
        p90: null,
      }),
    });
  });

  it('have 2 failures in 7: one by its status, one by an incident; recovered after 2 h and 4 h', async () => {
    const { changeFailRate, recoveryTime, reworkRate, timeToRestore } = await onlyRow();
    // 4 deployments of api, 2 of web, 1 of jobs; the cancelled one is none of them.
    expect(changeFailRate).toMatchObject({ failed: 2, deployments: 7, rate: 2 / 7 });
    expect(recoveryTime).toMatchObject({
      failed: 2,
      recovered: 2,
      open: 0,
      p50: 4 * HOUR,
      p75: 4 * HOUR,
      p90: 4 * HOUR,
      mean: 3 * HOUR,
    });
    expect(reworkRate).toMatchObject({ rework: 1, deployments: 7, rate: 1 / 7 });
    expect(timeToRestore).toMatchObject({ incidents: 2, resolved: 1, open: 1, mean: 3 * HOUR });
  });

  it('are not known, rather than 0, where nothing happened', async () => {
    const row = await onlyRow('?from=2026-01-01&to=2026-02-01');
    expect(row).toMatchObject({
      deploymentFrequency: { deployments: 0, perDay: 0, medianSecondsBetween: null },
      changeLeadTime: { commits: 0, waiting: 0, ...UNKNOWN },
      changeFailRate: { deployments: 0, rate: null, low: null, high: null },
      recoveryTime: { failed: 0, ...UNKNOWN },
      reworkRate: { deployments: 0, rate: null, low: null, high: null },
      timeToRestore: { incidents: 0, ...UNKNOWN },
    });
  });
});

describe('a window', () => {
  it('holds what happens at its start, and not what happens at its end', async () => {
    const deployments = async (query: string) =>
      (await onlyRow(`?service=web&${query}`)).deploymentFrequency.deployments;
    expect(await deployments('from=2026-03-06&to=2026-03-07')).toBe(1);
    expect(await deployments('from=2026-03-05&to=2026-03-06')).toBe(0);
    expect(await deployments('from=2026-03-06T00:00:00.001Z&to=2026-03-07')).toBe(0);
    expect(await deployments('from=1772755200&to=2026-03-07T00:00:00%2B00:00')).toBe(1);
  });

  it('reads its dates in the time zone', async () => {
    const { from, to } = await answer(
      '?from=2026-03-01&to=2026-03-09&timezone=America/Los_Angeles',
    );
    // At -08:00 until the 8th, at -07:00 from then on.
    expect([from, to]).toEqual(['2026-03-01T08:00:00.000Z', '2026-03-09T07:00:00.000Z']);
  });

  it('sees a failure as the same one, wherever it begins and whatever else is asked for', async () => {
    for (const query of [
      '?from=2026-03-06&to=2026-03-06T00:30:00Z',
      '?service=web',
      '?interval=day',
    ]) {
      const failed = (await rows(query)).map(({ recoveryTime }) => recoveryTime?.failed ?? 0);
      expect([query, failed.reduce((sum, one) => sum + one)]).toEqual([
        query,
        query === '?interval=day' ? 2 : 1,
      ]);
    }
  });
});

describe('intervals', () => {
  it('cut the window into ISO weeks, and what waits at the end of each', async () => {
    const weeks = await rows('?from=2026-03-02&to=2026-03-16&interval=week');
    // At the end of the 8th j2 waits; a5 is written on the 12th only.
    expect(
      weeks.map(({ start, deploymentFrequency, changeLeadTime, changeFailRate }) => [
        start,
        deploymentFrequency.deployments,
        changeLeadTime.commits,
        changeLeadTime.waiting,
        changeFailRate.failed,
      ]),
    ).toEqual([
      ['2026-03-02T00:00:00.000Z', 5, 2, 1, 1],
      ['2026-03-09T00:00:00.000Z', 1, 0, 2, 1],
    ]);
  });

  it('cut days by the clock on the wall', async () => {
    // jobs was deployed on the 2nd at 00:00 UTC: the 1st at 16:00 in Los Angeles.
    const days = await rows(
      '?from=2026-03-01&to=2026-03-04&interval=day&service=jobs&timezone=America/Los_Angeles',
    );
    expect(days.map((row) => row.deploymentFrequency.deployments)).toEqual([1, 0, 0]);
    expect(days.map((row) => row.changeLeadTime.baselineCommits)).toEqual([1, 0, 0]);
  });

  it('cut months and quarters', async () => {
    const starts = async (interval: string) =>
      (await rows(`?from=2026-01-01&to=2026-04-01&interval=${interval}`)).map(({ start }) =>
        start.slice(0, 10),
      );
    expect(await starts('month')).toEqual(['2026-01-01', '2026-02-01', '2026-03-01']);
    expect(await starts('quarter')).toEqual(['2026-01-01']);
  });
});

describe('groups', () => {
  it('by service tell the services of a monorepo apart by their files', async () => {
    const lead = (await rows('?groupBy=service')).map(({ group, changeLeadTime }) => [
      group['service'],
      changeLeadTime.commits,
      changeLeadTime.p50,
      changeLeadTime.baselineCommits,
      changeLeadTime.mergeCommits,
      changeLeadTime.waiting,
    ]);
    expect(lead).toEqual([
      ['api', 1, 36 * HOUR, 2, 1, 1],
      ['jobs', 0, null, 1, 0, 1],
      ['web', 1, 48 * HOUR, 2, 1, 0],
      // The incident that names no service.
      [null, 0, null, 0, 0, 0],
    ]);
  });

  it('by team add up what the team owns', async () => {
    expect(await deploymentsByGroup('?groupBy=team')).toEqual({
      '=shop, "web"': 2,
      payments: 4,
      '': 0,
    });
  });

  it('by repository take a deployment without one to be from that of its service', async () => {
    expect(await deploymentsByGroup('?groupBy=repository')).toEqual({
      'acme/jobs': 1,
      'acme/mono': 5,
      '': 0,
    });
  });

  it('by environment', async () => {
    const query = '?groupBy=environment&environment=staging,production';
    expect(await deploymentsByGroup(query)).toEqual({ production: 6, staging: 1 });
    const [production, staging] = await rows(query);
    // In staging the first deployment of jobs brought j1 and j2, and nothing is left.
    expect(staging?.changeLeadTime).toMatchObject({ baselineCommits: 2, commits: 0, waiting: 0 });
    expect([production, staging].map((row) => row?.timeToRestore.incidents)).toEqual([2, 0]);
  });
});

describe('filters', () => {
  it.each([
    ['service=web', 2],
    ['service=web,jobs', 3],
    ['team=payments', 4],
    ['team=payments&service=jobs,web', 1],
    ['repository=acme/jobs', 1],
    ['repository=https://github.com/acme/mono.git', 5],
    ['environment=staging', 1],
    ['environment=staging,production', 7],
    ['service=nobody', 0],
    ['team=nobody', 0],
    ['environment=nowhere', 0],
  ])('%s leaves %d deployments', async (query, deployments) => {
    const row = await onlyRow(`?${query}`);
    expect(row.deploymentFrequency.deployments).toBe(deployments);
  });

  it('leave out the incidents of others, and those that name nobody', async () => {
    const incidents = async (query: string) => (await onlyRow(query)).timeToRestore.incidents;
    expect(await incidents('?service=web')).toBe(1);
    expect(await incidents('?service=api')).toBe(0);
    expect(await incidents('?repository=acme/mono')).toBe(1);
    expect(await incidents('?environment=staging')).toBe(0);
  });
});

describe('freshness', () => {
  it('tells when the newest event came, and how long it took to be counted', async () => {
    const { freshness } = await answer();
    expect(freshness.lastEventAt).toMatch(/^\d{4}-/);
    expect(freshness.lagSeconds).toBeGreaterThanOrEqual(0);
  });
});

describe('CSV', () => {
  it('has a line a row and a column a number, empty where it is not known', async () => {
    const { text, headers } = await api.ask('/v1/metrics?groupBy=service&format=csv');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, first, ...rest] = text.split('\r\n');
    expect(header?.split(',').slice(0, 5)).toEqual([
      'service',
      'start',
      'end',
      'deploymentFrequency.deployments',
      'deploymentFrequency.perDay',
    ]);
    expect(first).toMatch(/^api,2025-12-15T00:00:00.000Z,2026-03-15T00:00:00.000Z,3,/);
    const jobs = rest[0]?.split(',') ?? [];
    expect(jobs[header?.split(',').indexOf('changeLeadTime.p50') ?? 0]).toBe('');
    expect(rest.at(-1)).toBe('');
    expect(rest).toHaveLength(4);
  });

  it('quotes what would break a line, and disarms what a spreadsheet would run', async () => {
    const { text } = await api.ask('/v1/metrics?groupBy=team&format=csv');
    expect(text.split('\r\n')[1]).toMatch(/^"'=shop, ""web""",2025-12-15/);
  });

  it('keeps its header where it has no rows', async () => {
    const { text } = await api.ask(
      '/v1/metrics?groupBy=environment&environment=nowhere&format=csv',
    );
    expect(text).toMatch(/^environment,start,end,[^\r]+\r\n$/);
  });
});
