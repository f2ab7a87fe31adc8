import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DeploymentItem } from '../deployments/deployment-item.js';
import { commit, deployment, incident, sha } from '../events.fixture.js';
import type { IncidentItem } from '../incidents/incidents-report.js';
import { byGroup, onlyRowOf, rowsOf } from '../metrics/metrics-questions.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import type { ReportingOptions } from '../reporting-options.js';
import type { ServiceItem } from './services.controller.js';

jest.setTimeout(60_000);

const HOUR = 3600;

/** `cart` is of `red` until the 10th, 00:00 UTC, and of `blue` from then on. */
const MOVED_AT = at(10);

/**
 * While `cart` is of `red`: a baseline, a deployment that is rework and brings c2 after 24 h, an
 * incident, and change 1. When it is of `blue`: a deployment on the very moment of the move that
 * brings c3 (committed and merged while it was red's) after 48 h, a failed one, an incident, and
 * change 2, which waits. `till` is `blue`'s all along.
 */
const HISTORY = [
  commit('acme/cart', sha('1'), [], at(1)),
  commit('acme/cart', sha('2'), [sha('1')], at(4)),
  commit('acme/cart', sha('3'), [sha('2')], at(8)),
  commit('acme/cart', sha('4'), [sha('3')], at(12)),
  deployment('cart', '1', at(2), { repository: 'acme/cart', sha: sha('1') }),
  deployment('cart', '2', at(5), { repository: 'acme/cart', sha: sha('2'), unplanned: true }),
  deployment('cart', '3', MOVED_AT, { repository: 'acme/cart', sha: sha('3') }),
  deployment('cart', '4', at(11), { repository: 'acme/cart', sha: sha('3'), status: 'failed' }),
  incident('cart', 'red one', at(10) - 1, { causedBy: { deploymentId: '2' } }),
  incident('cart', 'blue one', MOVED_AT, { causedBy: { deploymentId: '3' } }),
  incident('till', 'at the till', at(11)),
  change(1, at(4), sha('2')),
  change(2, at(8), sha('3')),
  change(3, at(12), sha('4')),
  deployment('till', '1', at(6)),
];

function change(number: number, mergedAt: number, mergeSha: string) {
  return {
    type: 'change',
    repository: 'acme/cart',
    number,
    openedAt: mergedAt - 3_600_000,
    mergedAt,
    mergeSha,
  };
}

const service = (name: string, updatedAt: number, stated: object) => ({
  type: 'service',
  name,
  updatedAt,
  ...stated,
});

type Way = readonly [string, ReportingOptions['services'], readonly object[]];

/** The two ways to say it, which have the same answers. */
const WAYS: readonly Way[] = [
  [
    'by events',
    {},
    [
      service('cart', MOVED_AT, { team: 'blue', repository: 'acme/cart' }),
      service('cart', at(3), { team: 'red', repository: 'acme/cart' }),
      service('till', at(1), { team: 'blue' }),
    ],
  ],
  [
    'by the configuration, whatever events say',
    {
      cart: {
        team: 'blue',
        formerly: [{ team: 'red', until: MOVED_AT }],
        repository: 'acme/cart',
        paths: [],
      },
      till: { team: 'blue', paths: [] },
    },
    [service('cart', at(1), { team: 'green' })],
  ],
];

describe.each(WAYS)('a service that is said %s to have moved', (_, services, events) => {
  let api: QueryApi;

  beforeAll(async () => {
    api = await QueryApi.start({ production: ['production'], services, now: () => NOW });
    await api.record([...HISTORY, ...events]);
  });

  afterAll(() => api.stop());

  const items = async <Item>(path: string) => {
    const { body } = await api.ask<Page<Item>>(path);
    return body;
  };

  const deployments = async (team: string) =>
    (await items<DeploymentItem>(`/v1/deployments?team=${team}`)).items.map(
      (item) => `${item.service} ${item.id}`,
    );

  const incidents = async (team: string) =>
    (await items<IncidentItem>(`/v1/incidents?team=${team}`)).items.map(({ id }) => id);

  it('leaves with each team what was deployed while it was theirs', async () => {
    expect(
      await byGroup(api, 'groupBy=team', ({ deploymentFrequency, changeFailRate, reworkRate }) => [
        deploymentFrequency.deployments,
        changeFailRate.failed,
        reworkRate?.rework,
      ]),
    ).toEqual({
      // Of blue 3 succeeded and 4 failed, and the one of till.
      blue: [2, 2, 0],
      red: [2, 1, 1],
    });
  });

  it('leaves commits with the team that shipped them, and what waits with the one that has it', async () => {
    expect(
      await byGroup(api, 'groupBy=team', ({ changeLeadTime }) => [
        changeLeadTime.commits,
        changeLeadTime.mean,
        changeLeadTime.baselineCommits,
        changeLeadTime.waiting,
      ]),
    ).toEqual({ blue: [1, 48 * HOUR, 0, 1], red: [1, 24 * HOUR, 1, 0] });
  });

  it('counts a commit as waiting for the team that had the service as the period ended', async () => {
    const weeks = await rowsOf(
      api,
      'groupBy=team&interval=week&from=2026-03-02&to=2026-03-16&definition=dora',
    );
    // c3 waits on the 9th, at the end of the first week; c4 on the 16th.
    expect(
      weeks.map(({ group, start, changeLeadTime }) => [
        group['team'],
        start.slice(8, 10),
        changeLeadTime.waiting,
      ]),
    ).toEqual([
      ['blue', '02', 0],
      ['blue', '09', 1],
      ['red', '02', 1],
      ['red', '09', 0],
    ]);
  });

  it('leaves changes with the team that shipped them', async () => {
    expect(
      await byGroup(api, 'groupBy=team&definition=gitlab', ({ changeLeadTime, leadTimeStages }) => [
        leadTimeStages.changes,
        changeLeadTime.commits,
        changeLeadTime.mean,
        changeLeadTime.waiting,
      ]),
    ).toEqual({ blue: [1, 1, 48 * HOUR, 1], red: [1, 1, 24 * HOUR, 0] });
  });

  it('leaves incidents with the team that had it as they opened', async () => {
    expect(
      await byGroup(api, 'groupBy=team', ({ timeToRestore }) => timeToRestore.incidents),
    ).toEqual({ blue: 2, red: 1 });
    expect(await incidents('red')).toEqual(['red one']);
    expect(await incidents('blue')).toEqual(['at the till', 'blue one']);
    expect(await incidents('red,blue')).toEqual(['at the till', 'blue one', 'red one']);
    expect(await incidents('green')).toEqual([]);
  });

  it('answers for one team what it answers for it beside others', async () => {
    const rows = await rowsOf(api, 'groupBy=team');
    for (const { group, ...numbers } of rows) {
      const alone = await onlyRowOf(api, `team=${group['team'] ?? ''}`);
      expect(alone).toEqual({ ...numbers, group: {} });
    }
  });

  it('lists deployments with the team that had it then, page by page', async () => {
    expect(await deployments('red')).toEqual(['cart 2', 'cart 1']);
    expect(await deployments('blue')).toEqual(['cart 4', 'cart 3', 'till 1']);
    expect(await deployments('blue,red')).toHaveLength(5);
    const first = await items<DeploymentItem>('/v1/deployments?team=blue&limit=2');
    expect(first.items.map(({ id }) => id)).toEqual(['4', '3']);
    const rest = await items<DeploymentItem>(
      `/v1/deployments?team=blue&limit=2&cursor=${first.nextCursor ?? ''}`,
    );
    expect(rest.items.map((item) => item.service)).toEqual(['till']);
    expect(rest.nextCursor).toBeNull();
  });

  it('lists incidents of a team page by page', async () => {
    const first = await items<IncidentItem>('/v1/incidents?team=blue&limit=1');
    expect(first.items.map(({ id }) => id)).toEqual(['at the till']);
    const rest = await items<IncidentItem>(
      `/v1/incidents?team=blue&limit=1&cursor=${first.nextCursor ?? ''}`,
    );
    expect(rest.items.map(({ id }) => id)).toEqual(['blue one']);
    expect(rest.nextCursor).toBeNull();
  });

  it('has a row for the team that has it now, although nothing happened yet', async () => {
    const rows = await byGroup(
      api,
      'groupBy=team&from=2026-03-13&to=2026-03-14',
      ({ deploymentFrequency }) => deploymentFrequency.deployments,
    );
    expect(rows).toEqual({ blue: 0 });
  });
});

describe('a service that is withdrawn', () => {
  let api: QueryApi;

  beforeAll(async () => {
    api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
    await api.record([
      ...HISTORY,
      service('cart', at(1), { team: 'red', repository: 'acme/cart' }),
      service('cart', MOVED_AT, { retracted: true }),
    ]);
  });

  afterAll(() => api.stop());

  it('belongs to no team any more', async () => {
    const deployments = await byGroup(
      api,
      'groupBy=team&from=2026-03-11',
      ({ changeFailRate }) => changeFailRate.deployments,
    );
    expect(deployments).toEqual({ nobody: 1 });
    const { body } = await api.ask<{ items: ServiceItem[] }>('/v1/services');
    expect(body.items.find(({ name }) => name === 'cart')).toMatchObject({ team: null });
  });

  it('leaves what it did with the team it belonged to', async () => {
    const deployments = await byGroup(
      api,
      'groupBy=team',
      ({ deploymentFrequency }) => deploymentFrequency.deployments,
    );
    expect(deployments).toEqual({ red: 2, nobody: 2 });
    expect((await onlyRowOf(api, 'team=red')).deploymentFrequency.deployments).toBe(2);
  });
});

describe('a service whose first deployment came after it had moved', () => {
  let api: QueryApi;

  beforeAll(async () => {
    api = await QueryApi.start({
      production: ['production'],
      services: {
        cart: {
          team: 'blue',
          formerly: [{ team: 'red', until: MOVED_AT }],
          repository: 'acme/cart',
          paths: [],
        },
      },
      now: () => NOW,
    });
    await api.record([
      commit('acme/cart', sha('1'), [], at(3)),
      change(1, at(4), sha('1')),
      deployment('cart', '1', at(11), { repository: 'acme/cart', sha: sha('1') }),
    ]);
  });

  afterAll(() => api.stop());

  const counted = (definition: string) =>
    byGroup(api, `groupBy=team&definition=${definition}`, ({ changeLeadTime }) => [
      changeLeadTime.baselineCommits,
      changeLeadTime.kaplanMeier.n,
    ]);

  it('has a row of the team before only where what that team merged counts', async () => {
    // To GitLab a baseline is a change as any other; to DevLake it is none.
    expect(await counted('gitlab')).toEqual({ blue: [0, 0], red: [0, 1] });
    expect(await counted('devlake')).toEqual({ blue: [1, 0] });
  });
});
