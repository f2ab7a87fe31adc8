import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commit, deployment, sha } from '../events.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import { byGroup, onlyRowOf, type WholeRow } from './metrics-questions.fixture.js';

jest.setTimeout(60_000);

const HOUR = 3600;

const front = (name: string) => ({ repository: 'acme/front', sha: sha(name) });
const back = (name: string) => ({ repository: 'acme/back', sha: sha(name) });
const lib = { repository: 'acme/lib', sha: sha('e') };

/**
 * `shop` is deployed from `acme/front` and brings `acme/back` along; its third deployment brings
 * `acme/lib` for the first time, and what of `acme/back` does not touch the files of `shop`.
 */
const EVENTS = [
  commit('acme/front', sha('1'), [], at(1)),
  commit('acme/front', sha('2'), [sha('1')], at(4)),
  commit('acme/front', sha('3'), [sha('2')], at(7, 12)),
  commit('acme/back', sha('a'), [], at(1)),
  commit('acme/back', sha('b'), [sha('a')], at(3), { paths: ['api/shop/cart.ts'] }),
  commit('acme/back', sha('c'), [sha('b')], at(6), { paths: ['api/mail/send.ts'] }),
  commit('acme/lib', sha('e'), [], at(1)),
  deployment('shop', '1', at(2), { ...front('1'), commits: [back('a')] }),
  deployment('shop', '2', at(5), { ...front('2'), commits: [back('b')] }),
  deployment('shop', '3', at(8), { ...front('3'), commits: [back('c'), lib] }),
];

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    services: { shop: { repository: 'acme/front', paths: ['web/**', 'api/shop/**'] } },
    now: () => NOW,
  });
  await api.record(EVENTS);
});

afterAll(() => api.stop());

const shipped = ({ deploymentFrequency, changeLeadTime }: WholeRow) => [
  deploymentFrequency.deployments,
  changeLeadTime.commits,
  changeLeadTime.mean,
  changeLeadTime.baselineCommits,
];

describe('a deployment that brings several repositories', () => {
  it('ships the commits of each: the first of each repository is its baseline', async () => {
    // 2 took 24 h and 3 took 12 h, b took 48 h; c touches nothing of shop. Baselines: 1, a and e.
    expect(shipped(await onlyRowOf(api, 'service=shop'))).toEqual([3, 3, 28 * HOUR, 3]);
  });

  it('counts once, for the repository that it is of; its commits count for theirs', async () => {
    expect(await byGroup(api, 'groupBy=repository', shipped)).toEqual({
      'acme/front': [3, 2, 18 * HOUR, 1],
      'acme/back': [0, 1, 48 * HOUR, 1],
      'acme/lib': [0, 0, null, 1],
    });
  });

  it('is not found by a repository that it only brings along, but what it shipped of it is', async () => {
    expect(shipped(await onlyRowOf(api, 'repository=acme/back'))).toEqual([0, 1, 48 * HOUR, 1]);
    expect(shipped(await onlyRowOf(api, 'repository=acme/back,acme/front'))).toEqual([
      3,
      3,
      28 * HOUR,
      2,
    ]);
  });

  it('lists them all as what it shipped', async () => {
    interface Shipped {
      readonly items: readonly { readonly repository: string; readonly sha: string }[];
    }
    const { body } = await api.ask<Shipped>('/v1/deployments/shop/production/2/commits');
    expect(body.items.map(({ repository }) => repository).sort()).toEqual([
      'acme/back',
      'acme/front',
    ]);
  });
});
