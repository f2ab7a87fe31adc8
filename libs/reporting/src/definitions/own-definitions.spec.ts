import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BUILT_IN_DEFINITIONS } from '@throughline/dora';
import type { DeploymentItem } from '../deployments/deployment-item.js';
import { commit, deployment, incident, sha } from '../events.fixture.js';
import { byGroup, onlyRowOf, rowsOf } from '../metrics/metrics-questions.fixture.js';
import { at, NOW } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import { ownDefinitions } from './own-definitions.js';

jest.setTimeout(60_000);

const HOUR = 3600;

const OURS = ownDefinitions({
  ours: { extends: 'dora', failure: { window: 4 * HOUR } },
  patient: { extends: 'dora', failure: { window: 4 * HOUR, windowOf: { api: 12 * HOUR } } },
  sure: { extends: 'dora', failure: { minimumConfidence: 0.75 } },
  told: { extends: 'dora', failure: { rules: ['verdict', 'status'] } },
  late: { extends: 'dora', failure: { rollbackBlames: 'last_before_rollback' } },
  forward: { extends: 'dora', failure: { withoutRollbacks: true } },
  committed: { extends: 'dora', leadTime: { from: 'committed', mergeCommits: true } },
  lenient: { extends: 'dora', rework: { signs: ['names_fix'] } },
});

/** In `api` and in `web` an incident opens 10 hours after the second deployment. */
const TEN_HOURS = ['api', 'web'].flatMap((service) => [
  deployment(service, '1', at(2)),
  deployment(service, '2', at(5)),
  incident(service, `${service} is down`, at(5, 10)),
]);

/** `shop` goes forward three times and back to the first. */
const ROLLBACK = ['1.0', '2.0', '3.0'].map((version, index) =>
  deployment('shop', version, at(6 + index), { version }),
);
ROLLBACK.push(deployment('shop', 'back', at(9), { version: '1.0', kind: 'rollback' }));

/** `jobs` mends what it broke; a side branch of its is committed a day after it was written. */
const MENDED = [
  commit('acme/jobs', sha('a'), [], at(1)),
  commit('acme/jobs', sha('b'), [sha('a')], at(2), { committedAt: at(3) }),
  commit('acme/jobs', sha('c'), [sha('a'), sha('b')], at(4)),
  deployment('jobs', '1', at(1, 1), { repository: 'acme/jobs', sha: sha('a') }),
  deployment('jobs', '2', at(4, 1), { repository: 'acme/jobs', sha: sha('c') }),
  deployment('jobs', 'hotfix', at(4, 2), { kind: 'hotfix' }),
];

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    services: {},
    definitions: [...BUILT_IN_DEFINITIONS, ...OURS],
    now: () => NOW,
  });
  await api.record([...TEN_HOURS, ...ROLLBACK, ...MENDED]);
});

afterAll(() => api.stop());

/** How many deployments of each service failed. */
const failures = (definition: string) =>
  byGroup(
    api,
    `groupBy=service&definition=${definition}`,
    ({ changeFailRate }) => changeFailRate.failed,
  );

/** The ids of the deployments of a service that failed, and the rules that say so. */
async function blamed(service: string, definition: string): Promise<string[]> {
  const query = `service=${service}&definition=${definition}`;
  const { body } = await api.ask<Page<DeploymentItem>>(`/v1/deployments?${query}`);
  return body.items
    .filter(({ failed }) => failed)
    .map(({ id, failureReasons }) => `${id}: ${failureReasons.map(({ rule }) => rule).join()}`);
}

describe('a definition of one’s own', () => {
  it('says for how long a deployment answers for what opens after it', async () => {
    // The incidents open 10 h after: within the 24 h of dora, not within 4 h.
    expect(await failures('dora')).toMatchObject({ api: 1, web: 1 });
    expect(await failures('ours')).toMatchObject({ api: 0, web: 0 });
    expect(await blamed('api', 'dora')).toEqual(['2: window']);
    expect(await blamed('api', 'ours')).toEqual([]);
  });

  it('says so of single services', async () => {
    expect(await failures('patient')).toMatchObject({ api: 1, web: 0 });
  });

  it('says how sure one has to be', async () => {
    // window is sure by 0.5, hotfix by 0.7, rollback by 0.9.
    expect(await failures('dora')).toEqual({ api: 1, jobs: 1, shop: 1, web: 1 });
    expect(await failures('sure')).toEqual({ api: 0, jobs: 0, shop: 1, web: 0 });
  });

  it('shows what it did not believe', async () => {
    const { body } = await api.ask<Page<DeploymentItem>>(
      '/v1/deployments?service=jobs&definition=sure',
    );
    expect(body.items.find(({ id }) => id === '2')).toMatchObject({
      failed: false,
      doubted: [{ rule: 'hotfix', deploymentId: 'hotfix', confidence: 0.7 }],
    });
  });

  it('says which rules are believed at all', async () => {
    expect(await failures('told')).toEqual({ api: 0, jobs: 0, shop: 0, web: 0 });
  });

  it('says whom a rollback blames: of 1.0, 2.0, 3.0 and 1.0 again the second or the third', async () => {
    expect(await blamed('shop', 'dora')).toEqual(['2.0: rollback']);
    expect(await blamed('shop', 'late')).toEqual(['3.0: rollback']);
  });

  it('says whether going back counts as a deployment that could have failed', async () => {
    const rate = async (definition: string) =>
      (await onlyRowOf(api, `service=shop&definition=${definition}`)).changeFailRate;
    expect(await rate('dora')).toMatchObject({ failed: 1, deployments: 4, rate: 1 / 4 });
    expect(await rate('forward')).toMatchObject({ failed: 1, deployments: 3, rate: 1 / 3 });
  });

  it('says when the clock of a commit starts, and whether merges have one', async () => {
    // b was written 49 h and committed 25 h before it was deployed, c, a merge, 1 h before.
    const leadTime = async (definition: string) =>
      (await onlyRowOf(api, `service=jobs&definition=${definition}`)).changeLeadTime;
    expect(await leadTime('dora')).toMatchObject({ commits: 1, mean: 49 * HOUR, mergeCommits: 1 });
    expect(await leadTime('committed')).toMatchObject({
      commits: 2,
      mean: 13 * HOUR,
      mergeCommits: 0,
    });
  });

  it('says what rework is', async () => {
    const rework = async (definition: string) =>
      (await onlyRowOf(api, `service=jobs&definition=${definition}`)).reworkRate?.rework;
    expect([await rework('dora'), await rework('lenient')]).toEqual([1, 0]);
  });

  it('is described beside those that come with the platform', async () => {
    interface Described {
      readonly id: string;
      readonly version: string;
      readonly title: string;
      readonly metrics: Readonly<Record<string, string>>;
      readonly failureRules: readonly { readonly rule: string }[];
    }
    const { body } = await api.ask<{ items: Described[] }>('/v1/definitions');
    expect(body.items.map(({ id }) => id)).toEqual([
      ...['dora', 'devlake', 'datadog', 'gitlab', 'fourkeys'],
      ...OURS.map(({ id }) => id),
    ]);
    const sure = body.items.find(({ id }) => id === 'sure');
    expect(sure?.metrics['changeFailRate']).toMatch(/Different here: {"minimumConfidence":0.75}/);
    const rules = sure?.failureRules.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['verdict', 'revert']));
    expect(rules).not.toEqual(expect.arrayContaining(['hotfix']));
    const versions = body.items.filter(({ version }) => version.includes('-'));
    expect(new Set(versions.map(({ version }) => version)).size).toBe(OURS.length);
  });

  it('is named where another one is asked for', async () => {
    const { status, body } = await api.ask<object>('/v1/metrics?definition=theirs');
    expect(status).toBe(400);
    expect(body).toMatchObject({
      faults: [{ path: 'definition', message: expect.stringContaining('fourkeys, ours, patient') }],
    });
  });
});

describe('the stored facts', () => {
  const facts = async () => {
    const tables = await api.store.client.query({
      query: `SELECT name FROM system.tables WHERE database = currentDatabase() ORDER BY name`,
      format: 'JSONEachRow',
    });
    const names = (await tables.json<{ name: string }>()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['commits', 'deployments', 'incidents']));
    return Promise.all(
      names.map(async (name) => {
        const query = `SELECT * FROM ${name} ORDER BY ALL`;
        const rows = await api.store.client.query({ query, format: 'JSONCompactEachRow' });
        return [name, await rows.text()];
      }),
    );
  };

  it('are the same, row by row, whatever was asked of them', async () => {
    const before = await facts();
    for (const { id } of [...BUILT_IN_DEFINITIONS, ...OURS]) {
      await rowsOf(api, `definition=${id}`);
    }
    for (const list of ['deployments', 'incidents', 'changes']) {
      expect((await api.ask(`/v1/${list}?definition=ours`)).status).toBe(200);
    }
    expect(await facts()).toEqual(before);
  }, 60_000);
});
