import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deployment, sha } from '../events.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import { QueryApi } from '../query-api.fixture.js';
import type { DeploymentItem } from './deployment-item.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
});

afterAll(() => api.stop());

it('a baseline is the first deployment that may have brought its repository', async () => {
  await api.record([
    deployment('api', '1', at(1), {}),
    deployment('api', '2', at(2), { repository: 'acme/api', sha: sha('a') }),
    deployment('api', '3', at(3), { sha: sha('b') }),
    deployment('api', '4', at(4), { repository: 'acme/lib', sha: sha('c') }),
    deployment('api', '5', at(5), { repository: 'acme/lib', sha: sha('d') }),
    deployment('web', '6', at(6), { sha: sha('e') }),
    deployment('web', '7', at(7), { repository: 'acme/web', sha: sha('f') }),
  ]);
  const { body } = await api.ask<{ items: DeploymentItem[] }>('/v1/deployments');
  // 4 comes after one that did not say its repository, which may have been that one.
  expect(body.items.filter(({ baseline }) => baseline).map(({ id }) => id)).toEqual(['6', '2']);
});
