import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { QueryApi } from '../query-api.fixture.js';
import type { MetricsAnswer } from './metrics-row.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    services: {},
    now: () => Date.parse('2026-03-20T00:00:00Z'),
  });
}, 30_000);

beforeEach(() => api.forget());

afterAll(() => api.stop());

const sha = (letter: string) => letter.repeat(40);

const commit = (letter: string, day: number, ...parents: string[]) => ({
  type: 'commit',
  repository: 'acme/shop',
  sha: sha(letter),
  parents: parents.map(sha),
  authoredAt: `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`,
});

const deployed = (letter: string, day: number) => ({
  type: 'deployment',
  service: 'api',
  environment: 'production',
  repository: 'acme/shop',
  id: letter,
  sha: sha(letter),
  status: 'succeeded',
  finishedAt: `2026-03-${String(day).padStart(2, '0')}T12:00:00Z`,
});

async function leadTimeOf(query: string) {
  const { body } = await api.ask<MetricsAnswer>(
    `/v1/metrics?from=2026-03-02&to=2026-03-09&${query}`,
  );
  return body.rows[0]?.changeLeadTime;
}

describe('what is on its way', () => {
  it('does not wait if it was squashed, although it came to production in the end', async () => {
    await api.record([
      commit('a', 1),
      deployed('a', 1),
      // b is reviewed and squashed into c; somebody's branch still has b, and is merged as d.
      commit('b', 3, 'a'),
      commit('c', 4, 'a'),
      {
        type: 'change',
        repository: 'acme/shop',
        number: 1,
        openedAt: '2026-03-03T01:00:00Z',
        mergedAt: '2026-03-04T00:00:00Z',
        commits: [sha('b')],
        mergeSha: sha('c'),
      },
      commit('d', 10, 'c', 'b'),
      deployed('d', 11),
    ]);
    const leadTime = await leadTimeOf('definition=dora');
    // c alone waits; of both it is known how long they took: 7.5 and 8.5 days.
    expect(leadTime).toMatchObject({ waiting: 1, kaplanMeier: { n: 2, ended: 2, open: 0 } });
  });

  it('is there when it is deployed, and merged only after that and after the window', async () => {
    await api.record([
      commit('a', 1),
      deployed('a', 1),
      commit('b', 3, 'a'),
      deployed('b', 5),
      {
        type: 'change',
        repository: 'acme/shop',
        number: 1,
        openedAt: '2026-03-03T01:00:00Z',
        mergedAt: '2026-03-10T00:00:00Z',
        commits: [sha('b')],
      },
    ]);
    expect(await leadTimeOf('definition=gitlab')).toMatchObject({ commits: 1, p50: 0 });
  });

  it('is a row of its own where nothing else is of its repository', async () => {
    const { repository: _, ...fromSomewhere } = deployed('a', 11);
    await api.record([
      commit('a', 1),
      fromSomewhere,
      {
        type: 'change',
        repository: 'acme/shop',
        number: 1,
        openedAt: '2026-03-03T01:00:00Z',
        mergedAt: '2026-03-04T00:00:00Z',
      },
    ]);
    const { body } = await api.ask<MetricsAnswer>(
      '/v1/metrics?from=2026-03-02&to=2026-03-09&definition=devlake&groupBy=repository',
    );
    expect(body.rows).toMatchObject([
      { group: { repository: 'acme/shop' }, changeLeadTime: { waiting: 1 } },
      { group: { repository: null }, changeLeadTime: { waiting: 0 } },
    ]);
  });

  it('began with the team that had the service then, though another one has it at the end', async () => {
    await api.record([
      { type: 'service', name: 'api', team: 'one', updatedAt: '2026-03-01T00:00:00Z' },
      { type: 'service', name: 'api', team: 'two', updatedAt: '2026-03-05T00:00:00Z' },
      commit('a', 1),
      deployed('a', 1),
      commit('b', 3, 'a'),
      commit('c', 6, 'b'),
      commit('d', 7, 'c'),
      deployed('c', 8),
    ]);
    const { body } = await api.ask<MetricsAnswer>(
      '/v1/metrics?from=2026-03-02&to=2026-03-09&groupBy=team',
    );
    expect(body.rows).toMatchObject([
      {
        group: { team: 'one' },
        changeLeadTime: { waiting: 0, kaplanMeier: { n: 1, ended: 1, open: 0 } },
      },
      {
        group: { team: 'two' },
        changeLeadTime: { waiting: 1, kaplanMeier: { n: 2, ended: 1, open: 1 } },
      },
    ]);
    for (const [team, metric, total] of [
      ['one', 'changeLeadTime.kaplanMeier.n', 1],
      ['two', 'changeLeadTime.kaplanMeier.n', 2],
    ]) {
      const explained = await api.ask<{ value: number; items: unknown[] }>(
        `/v1/explain?metric=${metric}&team=${team}&from=2026-03-02&to=2026-03-09`,
      );
      expect(explained.body).toMatchObject({ value: total });
      expect(explained.body.items).toHaveLength(Number(total));
    }
  });

  it('is no row where commits came that the definition does not time', async () => {
    const { repository: _, ...fromSomewhere } = deployed('a', 5);
    await api.record([commit('a', 1), fromSomewhere]);
    const { body } = await api.ask<MetricsAnswer>(
      '/v1/metrics?from=2026-03-02&to=2026-03-09&definition=devlake&groupBy=repository',
    );
    expect(body.rows.map(({ group }) => group)).toEqual([{ repository: null }]);
  });
});
