import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commit, deployment, incident, sha } from '../events.fixture.js';
import type { IncidentItem } from '../incidents/incidents-report.js';
import { at, NOW, ORGANISATION } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import type { DeploymentDetail } from './deployment-detail.js';
import type { DeploymentItem } from './deployment-item.js';

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
  await api.record([
    ...ORGANISATION,
    // A release that broke, was rolled back long after, and whose incident nobody names a cause of.
    deployment('pay', 'v1', at(1), { sha: sha('b'), source: 'argo', labels: ['eu', 'blue'] }),
    deployment('pay', 'v2', at(2), {
      sha: sha('c'),
      artifact: 'pkg:oci/pay@sha256%3Aabc',
      unplanned: false,
      commits: [{ repository: 'acme/assets', sha: sha('d') }],
      updatedAt: at(2, 3),
    }),
    deployment('pay', 'v1 again', at(9), { sha: sha('b'), kind: 'rollback' }),
    deployment('pay', 'fix', at(9, 5), { sha: sha('e'), fixes: ['PAGE-1', 'PAGE-9'] }),
    deployment('pay', 'next', at(10), {
      status: 'in_progress',
      finishedAt: undefined,
      startedAt: at(10),
    }),
    incident('pay', 'PAGE-1', at(9, 4), { title: '<script>', resolvedAt: undefined }),
  ]);
});

afterAll(() => api.stop());

async function read(address: string): Promise<DeploymentDetail> {
  const { status, body } = await api.ask<DeploymentDetail>(`/v1/deployments/${address}`);
  expect(status).toBe(200);
  return body;
}

describe('a deployment', () => {
  it('is described as in the list, whatever the definition', async () => {
    for (const definition of ['dora', 'datadog']) {
      const { body } = await api.ask<Page<DeploymentItem>>(
        `/v1/deployments?service=api,pay&definition=${definition}`,
      );
      expect(body.items).toHaveLength(9);
      for (const item of body.items) {
        const { service, environment, id } = item;
        const path = [service, environment, id].map(encodeURIComponent).join('/');
        expect(await read(`${path}?definition=${definition}`)).toMatchObject({ ...item });
      }
    }
  }, 60_000);

  it('says what was said of it', async () => {
    expect(await read('pay/production/v1')).toMatchObject({
      source: 'argo',
      labels: ['eu', 'blue'],
      artifact: null,
      artifacts: [],
      shaFrom: 'deployment',
      unplanned: null,
      changeFailure: null,
      alsoBrought: [],
    });
    expect(await read('pay/production/v2')).toMatchObject({
      artifact: 'pkg:oci/pay@sha256:abc',
      unplanned: false,
      alsoBrought: [{ repository: 'acme/assets', sha: sha('d') }],
      updatedAt: '2026-03-02T03:00:00.000Z',
    });
  });

  it('is of the commit that its artifact was built from, where it names none itself', async () => {
    const image = `ghcr.io/acme/ship:1.4@sha256:${'7'.repeat(64)}`;
    const configuration = { repository: 'acme/live', sha: sha('9') };
    await api.record([
      deployment('ship', 'bare', at(3), { artifacts: ['ghcr.io/acme/proxy:1', image] }),
      deployment('ship', 'gitops', at(4), { ...configuration, artifact: image }),
      { type: 'artifact', artifact: image, repository: 'acme/ship', sha: sha('8') },
      commit('acme/ship', sha('8'), [], at(1)),
    ]);
    const artifacts = [{ artifact: image, repository: 'acme/ship', sha: sha('8') }];
    expect(await read('ship/production/bare')).toMatchObject({
      ...{ repository: 'acme/ship', sha: sha('8'), shaFrom: 'artifact', commits: 1 },
      artifacts: [{ artifact: 'ghcr.io/acme/proxy:1', repository: null, sha: null }, ...artifacts],
    });
    expect(await read('ship/production/gitops')).toMatchObject({
      ...{ ...configuration, shaFrom: 'deployment', artifacts },
    });
  });

  it('leads to the one before it and the one after, whatever became of them', async () => {
    const neighbours = async (address: string) => {
      const { previous, next } = await read(address);
      return [previous, next];
    };
    expect(await neighbours('pay/production/v1')).toEqual([null, 'v2']);
    expect(await neighbours('pay/production/v2')).toEqual(['v1', 'v1 again']);
    expect(await neighbours('pay/production/next')).toEqual(['fix', null]);
    // Another place has its own: 2 is in production, 3 in staging.
    expect(await neighbours('jobs/staging/3')).toEqual([null, null]);
  });

  it('has the incidents that go back to it, by the rule that says so', async () => {
    expect((await read('web/production/2')).incidents).toEqual([
      {
        source: 'pager',
        id: 'INC-1',
        title: 'Checkout is blank',
        severity: 'high',
        openedAt: '2026-03-06T01:00:00.000Z',
        resolvedAt: '2026-03-06T04:00:00.000Z',
        url: null,
        rule: 'named_cause',
        confidence: 1,
        believed: true,
      },
    ]);
    expect((await read('web/production/1')).incidents).toEqual([]);
  });

  it('has those too that the definition does not believe, and says so', async () => {
    // It opened four hours after: within the day of `dora`; `datadog` counts no incidents.
    const believed = { id: 'PAGE-1', rule: 'window', confidence: 0.5, believed: true };
    const address = 'pay/production/v1%20again';
    expect((await read(address)).incidents).toMatchObject([believed]);
    expect((await read(`${address}?definition=datadog`)).incidents).toMatchObject([
      { ...believed, believed: false },
    ]);
  });

  it('tells what ended its failure', async () => {
    expect((await read('api/production/3')).recoveredBy).toEqual({
      deployment: { service: 'api', environment: 'production', id: '4' },
    });
    expect((await read('web/production/2')).recoveredBy).toEqual({
      incident: { source: 'pager', id: 'INC-1' },
    });
    expect((await read('api/production/2')).recoveredBy).toBeNull();
  });

  it('tells what it mended, however long before', async () => {
    expect((await read('pay/production/v1%20again')).fixed).toEqual({
      deployments: [
        { service: 'pay', environment: 'production', id: 'v2', rule: 'rollback', confidence: 0.9 },
      ],
      incidents: [],
    });
    const fix = await read('pay/production/fix');
    expect(fix.fixes).toEqual(['PAGE-1', 'PAGE-9']);
    expect(fix.fixed.incidents).toMatchObject([
      { source: 'pager', id: 'PAGE-1', title: '<script>', resolvedAt: null },
    ]);
  });

  it('that goes on has no judgement yet', async () => {
    expect(await read('pay/production/next')).toMatchObject({
      failed: null,
      incidents: [],
      recoveredBy: null,
      fixed: { deployments: [], incidents: [] },
    });
  });
});

describe('an incident', () => {
  it('is what the list has of it', async () => {
    const { body } = await api.ask<Page<IncidentItem>>('/v1/incidents');
    expect(body.items).toHaveLength(3);
    for (const item of body.items) {
      const { body: one } = await api.ask<IncidentItem>(`/v1/incidents/${item.source}/${item.id}`);
      expect(one).toEqual(item);
    }
  });
});

it.each([
  '/v1/deployments/pay/production/nothing',
  '/v1/deployments/pay/staging/v1',
  '/v1/incidents/pager/INC-3',
  '/v1/incidents/github/INC-1',
])('%s is not found', async (path) => {
  const { status, body } = await api.ask<{ code: string }>(path);
  expect([status, body.code]).toEqual([404, 'TL_NOT_FOUND']);
});

it.each(['/v1/deployments/pay/production/v1', '/v1/incidents/pager/INC-1'])(
  '%s refuses a definition that there is not',
  async (path) => {
    const { status } = await api.ask(`${path}?definition=none`);
    expect(status).toBe(400);
    expect((await api.ask(`${path}?team=a`)).status).toBe(400);
  },
);
