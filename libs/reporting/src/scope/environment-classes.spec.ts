import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deployment, incident } from '../events.fixture.js';
import { byGroup, onlyRowOf } from '../metrics/metrics-questions.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';

jest.setTimeout(60_000);

let api: QueryApi;

/** As `environments: { production: [live], staging: [staging, uat] }` has it. */
beforeAll(async () => {
  const environments = { production: ['live'], staging: ['staging', 'uat'] };
  api = await QueryApi.start({
    production: environments.production,
    environmentClasses: environments,
    services: {},
    now: () => NOW,
  });
  await api.record([
    ...['live', 'staging', 'uat', 'uat', 'sandbox'].map((environment, index) =>
      deployment('api', String(index), at(2 + index), { environment }),
    ),
    incident('api', 'while tested', at(3, 1), { environment: 'uat' }),
    incident('api', 'anywhere', at(3, 1), { environment: undefined }),
  ]);
});

afterAll(() => api.stop());

describe('an environment that is asked for', () => {
  it.each([
    ['staging', 3],
    ['uat', 2],
    ['staging,uat', 3],
    ['production', 1],
    ['live', 1],
    ['production,staging,sandbox', 5],
    ['sandbox', 1],
    ['nowhere', 0],
  ])('%s is the class of that name, else the environment: %d deployments', async (name, count) => {
    const row = await onlyRowOf(api, `environment=${name}`);
    expect(row.deploymentFrequency.deployments).toBe(count);
    const { body } = await api.ask<Page<object>>(`/v1/deployments?environment=${name}`);
    expect(body.items).toHaveLength(count);
  });

  it('is production, whatever that is called, where none is asked for', async () => {
    expect(await onlyRowOf(api, 'environment=production')).toEqual(await onlyRowOf(api, ''));
  });

  it('leaves each environment of a class a group of its own', async () => {
    expect(
      await byGroup(
        api,
        'groupBy=environment&environment=staging',
        ({ deploymentFrequency }) => deploymentFrequency.deployments,
      ),
    ).toEqual({ staging: 1, uat: 2 });
  });

  it('has the incidents of its class; those that do not say where are production’s', async () => {
    const incidents = async (name: string) =>
      (await api.ask<Page<{ id: string }>>(`/v1/incidents?environment=${name}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await incidents('staging')).toEqual(['while tested']);
    expect(await incidents('production')).toEqual(['anywhere']);
  });
});
