import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertQuarantined } from '@throughline/store';
import type { ServiceItem } from './catalogue/services.controller.js';
import type { ChangeItem } from './changes/changes-report.js';
import type { CommitJourney } from './commits/commits.controller.js';
import type { ShippedCommitItem } from './deployments/deployment-commits.js';
import type { DeploymentItem } from './deployments/deployment-item.js';
import type { IncidentItem } from './incidents/incidents-report.js';
import { at, NOW, ORGANISATION, SHA } from './organisation.fixture.js';
import type { Page } from './paging/paging.js';
import type { QuarantineItem } from './quarantine/quarantine-item.js';
import { QueryApi } from './query-api.fixture.js';

const HOUR = 3600;

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    services: { jobs: { team: 'platform', tier: 2, paths: [] } },
    now: () => NOW,
  });
  await api.record(ORGANISATION);
  await insertQuarantined(
    api.store.client,
    ['q1', 'q2', 'q3'].map((id) => ({
      id,
      receivedAt: at(1),
      source: 'github',
      reason: { code: 'invalid_events', message: 'refused' },
      faults: [{ index: 0, path: 'sha', code: 'invalid_sha', message: 'is none' }],
      payload: '{}',
      encoding: 'utf8' as const,
    })),
  );
});

afterAll(async () => {
  await api.stop();
});

async function page<Item>(path: string): Promise<Page<Item>> {
  const { status, body } = await api.ask<Page<Item>>(path);
  expect(status).toBe(200);
  return body;
}

/** Everything of a list, read with so many items a page. */
async function walk<Item>(path: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  const mark = path.includes('?') ? '&' : '?';
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const read: Page<Item> = await page<Item>(`${path}${mark}limit=${limit}${next}`);
    expect(read.items.length).toBeLessThanOrEqual(limit);
    items.push(...read.items);
    cursor = read.nextCursor;
  }
  return items;
}

describe.each([
  ['/v1/deployments', 9, 4],
  ['/v1/deployments?environment=production,staging', 10, 5],
  ['/v1/deployments/api/production/2/commits', 2, 1],
  ['/v1/changes', 3, 2],
  ['/v1/incidents', 2, 1],
  ['/v1/quarantine', 3, 1],
])('the pages of %s', (path, count, limit) => {
  it(`give each of its ${count} items once, in the order of the whole`, async () => {
    const whole = await page<object>(path);
    expect(whole.items).toHaveLength(count);
    expect(whole.nextCursor).toBeNull();
    expect(await walk(path, limit)).toEqual(whole.items);
  }, 30_000);
});

describe('the list of deployments', () => {
  const named = async (query = '') =>
    (await page<DeploymentItem>(`/v1/deployments${query}`)).items.map(
      ({ service, id }) => `${service} ${id}`,
    );

  it('has the newest first, what is under way by its start, what failed and what was cancelled', async () => {
    expect(await named()).toEqual([
      'api 4',
      'api 3',
      'jobs 4',
      'jobs 2',
      'web 2',
      'api 2',
      'web 1',
      'api 1',
      'jobs 1',
    ]);
  });

  it('can be narrowed down', async () => {
    expect(await named('?service=web')).toEqual(['web 2', 'web 1']);
    expect(await named('?team=platform')).toEqual(['jobs 4', 'jobs 2', 'jobs 1']);
    expect(await named('?repository=acme/mono&service=api,jobs&to=2026-03-06')).toEqual([
      'api 2',
      'api 1',
    ]);
    expect(await named('?environment=staging')).toEqual(['jobs 3']);
  });

  it('tells what each brought and what became of it', async () => {
    const { items } = await page<DeploymentItem>('/v1/deployments');
    const find = (service: string, id: string) =>
      items.find((item) => item.service === service && item.id === id);
    expect(find('api', '2')).toEqual({
      id: '2',
      service: 'api',
      environment: 'production',
      repository: 'acme/mono',
      sha: SHA.m,
      shaFrom: 'deployment',
      version: '2.0',
      status: 'succeeded',
      kind: 'deploy',
      startedAt: '2026-03-05T11:50:00.000Z',
      finishedAt: '2026-03-05T12:00:00.000Z',
      baseline: false,
      // m and a4; a3 touches files of web only.
      commits: 2,
      mergeCommits: 1,
      leadTime: { p50: 36 * HOUR, p75: 36 * HOUR, p90: 36 * HOUR, mean: 36 * HOUR, sum: 36 * HOUR },
      failed: false,
      failureReasons: [],
      doubted: [],
      verdict: null,
      rework: false,
      recoveredAt: null,
      url: 'https://ci.example/2',
    });
    expect(find('api', '1')).toMatchObject({ baseline: true, commits: 2, mergeCommits: 0 });
    expect(find('api', '3')).toMatchObject({
      failed: true,
      failureReasons: [
        { rule: 'status', confidence: 1 },
        { rule: 'named_fix', deploymentId: '4', confidence: 1 },
      ],
      recoveredAt: '2026-03-10T02:00:00.000Z',
      commits: 0,
      leadTime: { p50: null, p75: null, p90: null, mean: null, sum: null },
    });
    expect(find('api', '4')).toMatchObject({ rework: true, failed: false });
    expect(find('web', '2')).toMatchObject({
      failed: true,
      failureReasons: [{ rule: 'named_cause', incidentId: 'INC-1', confidence: 1 }],
      recoveredAt: '2026-03-06T04:00:00.000Z',
    });
    expect(find('jobs', '4')).toMatchObject({ finishedAt: null, failed: null, rework: null });
    expect(find('jobs', '1')).toMatchObject({ repository: null, baseline: true, commits: 1 });
  });
});

describe('the commits of a deployment', () => {
  it('are those it was the first to ship, the newest first; a merge has no lead time', async () => {
    const { items } = await page<ShippedCommitItem>('/v1/deployments/api/production/2/commits');
    expect(items).toEqual([
      {
        repository: 'acme/mono',
        sha: SHA.m,
        authoredAt: '2026-03-05T00:00:00.000Z',
        merge: true,
        leadSeconds: null,
      },
      {
        repository: 'acme/mono',
        sha: SHA.a4,
        authoredAt: '2026-03-04T00:00:00.000Z',
        merge: false,
        leadSeconds: 36 * HOUR,
      },
    ]);
    expect((await page('/v1/deployments/api/production/3/commits')).items).toEqual([]);
  });
});

describe('the list of changes', () => {
  it('tells the stages of what was shipped, and what is not known of what was not', async () => {
    const { items } = await page<ChangeItem>('/v1/changes');
    const whole = items.find(({ number }) => number === 7);
    // a4 was written at 0:00 on the 4th; opened 1:00, reviewed 3:00, merged at 0:00 on the 5th,
    // deployed from 11:50 to 12:00.
    expect(whole).toEqual({
      repository: 'acme/mono',
      number: 7,
      title: '=cmd() "quoted"',
      url: null,
      openedAt: '2026-03-04T01:00:00.000Z',
      firstCommitAt: '2026-03-04T00:00:00.000Z',
      firstReviewAt: '2026-03-04T03:00:00.000Z',
      deploymentStartedAt: '2026-03-05T11:50:00.000Z',
      deploymentFinishedAt: '2026-03-05T12:00:00.000Z',
      mergedAt: '2026-03-05T00:00:00.000Z',
      deployment: { service: 'api', environment: 'production', id: '2' },
      stages: {
        coding: HOUR,
        pickup: 2 * HOUR,
        review: 21 * HOUR,
        waiting: 11 * HOUR + 50 * 60,
        deploying: 600,
        total: 36 * HOUR,
      },
    });
    expect(items[0]).toMatchObject({
      number: 8,
      deployment: null,
      stages: {
        coding: 0,
        pickup: null,
        review: null,
        waiting: null,
        deploying: null,
        total: null,
      },
    });
  });
});

describe('the changes of a service', () => {
  const numbers = async (query: string) =>
    (await page<ChangeItem>(`/v1/changes?${query}`)).items.map(({ number, deployment }) => [
      number,
      deployment?.service,
    ]);

  it('are those of the repositories it comes from, with its own deployments', async () => {
    // a4, the commit of 7, touches files of web; a2, that of 6, does not, though web has it too.
    expect(await numbers('service=web')).toEqual([
      [8, undefined],
      [7, 'web'],
      [6, undefined],
    ]);
    expect(await numbers('service=api')).toEqual([
      [8, undefined],
      [7, 'api'],
      [6, 'api'],
    ]);
    expect(await numbers('service=jobs')).toEqual([]);
    expect(await numbers('service=web&repository=acme/jobs')).toEqual([]);
    expect(await numbers('repository=acme/jobs')).toEqual([]);
  });
});

describe('the list of incidents', () => {
  it('tells which deployment each goes back to', async () => {
    const { items } = await page<IncidentItem>('/v1/incidents');
    expect(items.map(({ id }) => id)).toEqual(['INC-2', 'INC-1']);
    expect(items[0]).toMatchObject({ services: [], environment: null, causedBy: null, links: [] });
    expect(items[1]).toEqual({
      source: 'pager',
      id: 'INC-1',
      services: ['web'],
      environment: 'production',
      severity: 'high',
      openedAt: '2026-03-06T01:00:00.000Z',
      acknowledgedAt: '2026-03-06T02:00:00.000Z',
      resolvedAt: '2026-03-06T04:00:00.000Z',
      causedBy: { deploymentId: '2' },
      title: 'Checkout is blank',
      url: null,
      links: [
        {
          service: 'web',
          environment: 'production',
          deploymentId: '2',
          rule: 'named_cause',
          confidence: 1,
        },
      ],
    });
  });

  it('leaves to others what is theirs, as the metrics do', async () => {
    const ids = async (query: string) =>
      (await page<IncidentItem>(`/v1/incidents?${query}`)).items.map(({ id }) => id);
    expect(await ids('service=web')).toEqual(['INC-1']);
    expect(await ids('repository=acme/mono')).toEqual(['INC-1']);
    expect(await ids('service=api')).toEqual([]);
    expect(await ids('environment=staging')).toEqual([]);
  });
});

describe('a commit', () => {
  it('is followed to each environment, by any case of its hash', async () => {
    const { body } = await api.ask<{ items: CommitJourney[] }>(
      `/v1/commits/${SHA.a4.toUpperCase()}`,
    );
    expect(body.items).toHaveLength(1);
    expect(body.items[0]?.shipments).toEqual([
      {
        service: 'api',
        environment: 'production',
        deploymentId: '2',
        shippedAt: '2026-03-05T12:00:00.000Z',
        leadSeconds: 36 * HOUR,
      },
      {
        service: 'web',
        environment: 'production',
        deploymentId: '2',
        shippedAt: '2026-03-06T00:00:00.000Z',
        leadSeconds: 48 * HOUR,
      },
    ]);
  });

  it('has no lead time where it is a merge, and no shipment where it waits', async () => {
    const shipments = async (sha: string) =>
      (await api.ask<{ items: CommitJourney[] }>(`/v1/commits/${sha}`)).body.items[0]?.shipments;
    expect((await shipments(SHA.m))?.map(({ leadSeconds }) => leadSeconds)).toEqual([null, null]);
    expect(await shipments(SHA.a5)).toEqual([]);
  });
});

describe('the list of services', () => {
  it('has what the catalogue says, throughline.yaml over it, and where each is deployed', async () => {
    const { body } = await api.ask<{ items: ServiceItem[] }>('/v1/services');
    expect(body.items.map(({ name }) => name)).toEqual(['api', 'jobs', 'web']);
    expect(body.items[0]).toMatchObject({
      team: 'payments',
      repository: 'acme/mono',
      paths: ['api/**'],
      environments: [
        {
          environment: 'production',
          deployments: 4,
          lastDeployedAt: '2026-03-10T02:00:00.000Z',
        },
      ],
    });
    expect(body.items[1]).toMatchObject({ team: 'platform', tier: 2, repository: null });
    expect(body.items[1]?.environments.map(({ environment }) => environment)).toEqual([
      'production',
      'staging',
    ]);
  });
});

describe('the definitions', () => {
  it('are in words', async () => {
    const { body } = await api.ask<{ items: { id: string; metrics: object }[] }>('/v1/definitions');
    expect(body.items.map(({ id }) => id)).toEqual([
      'dora',
      'devlake',
      'datadog',
      'gitlab',
      'fourkeys',
    ]);
    expect(Object.keys(body.items[0]?.metrics ?? {})).toHaveLength(6);
  });
});

describe('the quarantine', () => {
  it('tells what was sent and what is wrong with it', async () => {
    const { items } = await page<QuarantineItem>('/v1/quarantine');
    expect(items[0]).toEqual({
      id: 'q3',
      receivedAt: '2026-03-01T00:00:00.000Z',
      source: 'github',
      reason: { code: 'invalid_events', message: 'refused' },
      faults: [{ index: 0, path: 'sha', code: 'invalid_sha', message: 'is none' }],
      payload: '{}',
      encoding: 'utf8',
      origin: null,
      settled: null,
    });
  });
});
