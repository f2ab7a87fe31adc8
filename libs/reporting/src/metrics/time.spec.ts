import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commit, deployment, sha } from '../events.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import { rowsOf } from './metrics-questions.fixture.js';

jest.setTimeout(60_000);

/** A Wednesday. */
const NOW = Date.parse('2027-01-13T12:00:00Z');

/** Deployments of `api` by when they finished; each brings a commit of its own, an hour old. */
const DEPLOYED = [
  '2026-01-01T00:00:00Z',
  // Berlin, 29 March: the day of 23 hours, from 28 March 23:00 to 29 March 22:00 UTC.
  '2026-03-28T22:59:59.999Z',
  '2026-03-28T23:00:00Z',
  '2026-03-29T21:59:59.999Z',
  '2026-03-29T22:00:00Z',
  // Lord Howe, 5 April: clocks go back by half an hour, from 4 April 13:00 to 5 April 13:30 UTC.
  '2026-04-05T13:15:00Z',
  // Berlin, 25 October: the day of 25 hours, from 24 October 22:00 to 25 October 23:00 UTC.
  '2026-10-25T22:30:00Z',
  // Kolkata begins the year at 18:30 UTC, Kathmandu at 18:15 UTC.
  '2026-12-31T18:20:00Z',
  '2027-01-03T12:00:00Z',
  '2027-01-13T11:00:00Z',
].map((text) => Date.parse(text));

const shaOf = (index: number) => sha(index.toString(16));

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
  await api.record(
    DEPLOYED.flatMap((finishedAt, index) => [
      commit(
        'acme/api',
        shaOf(index),
        index === 0 ? [] : [shaOf(index - 1)],
        finishedAt - 3_600_000,
      ),
      deployment('api', String(index), finishedAt, { repository: 'acme/api', sha: shaOf(index) }),
    ]),
  );
});

afterAll(() => api.stop());

/** Of each row when it starts, how many hours it has, and its deployments, commits and rate a day. */
async function periods(query: string) {
  return (await rowsOf(api, query)).map(({ start, end, deploymentFrequency, changeLeadTime }) => ({
    start,
    hours: (Date.parse(end) - Date.parse(start)) / 3_600_000,
    deployments: deploymentFrequency.deployments,
    commits: changeLeadTime.commits,
    perDay: deploymentFrequency.perDay,
  }));
}

describe('a period', () => {
  it('is a day of 23 hours in spring', async () => {
    expect(
      await periods('interval=day&from=2026-03-28&to=2026-03-31&timezone=Europe/Berlin'),
    ).toEqual([
      { start: '2026-03-27T23:00:00.000Z', hours: 24, deployments: 1, commits: 1, perDay: 1 },
      { start: '2026-03-28T23:00:00.000Z', hours: 23, deployments: 2, commits: 2, perDay: 2 },
      { start: '2026-03-29T22:00:00.000Z', hours: 24, deployments: 1, commits: 1, perDay: 1 },
    ]);
  });

  it('is a day of 25 hours in autumn', async () => {
    expect(
      await periods('interval=day&from=2026-10-25&to=2026-10-26&timezone=Europe/Berlin'),
    ).toEqual([
      { start: '2026-10-24T22:00:00.000Z', hours: 25, deployments: 1, commits: 1, perDay: 1 },
    ]);
  });

  it('is a day of 24 hours and a half where clocks move by half an hour', async () => {
    expect(
      await periods('interval=day&from=2026-04-05&to=2026-04-06&timezone=Australia/Lord_Howe'),
    ).toEqual([
      { start: '2026-04-04T13:00:00.000Z', hours: 24.5, deployments: 1, commits: 1, perDay: 1 },
    ]);
  });

  it('is an ISO week, over New Year too: week 53 of 2026, and week 1', async () => {
    const weeks = await periods('interval=week&from=2026-12-28&to=2027-01-11');
    expect(weeks).toEqual([
      { start: '2026-12-28T00:00:00.000Z', hours: 168, deployments: 2, commits: 2, perDay: 2 / 7 },
      { start: '2027-01-04T00:00:00.000Z', hours: 168, deployments: 0, commits: 0, perDay: 0 },
    ]);
  });

  it('is a quarter that begins when the zone says, be it on the half or the quarter hour', async () => {
    const quarters = async (timezone: string) =>
      (await periods(`interval=quarter&from=2026-10-01&to=2027-01-02&timezone=${timezone}`)).map(
        ({ start, deployments, commits }) => [start, deployments, commits],
      );
    expect(await quarters('Asia/Kolkata')).toEqual([
      ['2026-09-30T18:30:00.000Z', 2, 2],
      ['2026-12-31T18:30:00.000Z', 0, 0],
    ]);
    expect(await quarters('Asia/Kathmandu')).toEqual([
      ['2026-09-30T18:15:00.000Z', 1, 1],
      ['2026-12-31T18:15:00.000Z', 1, 1],
    ]);
  });

  it('is marked incomplete while it is not over', async () => {
    const incomplete = async (query: string) =>
      (await rowsOf(api, query)).map((row) => row.incomplete);
    expect(await incomplete('interval=week&from=2027-01-04&to=2027-01-18')).toEqual([false, true]);
    expect(await incomplete('from=2027-01-04&to=2027-01-13T12:00:00Z')).toEqual([false]);
    expect(await incomplete('from=2027-01-04&to=2027-01-13T12:00:00.001Z')).toEqual([true]);
  });
});
