import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { deployment, incident } from '../events.fixture.js';
import type { IncidentItem } from '../incidents/incidents-report.js';
import { at, NOW } from '../organisation.fixture.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import type { DeploymentItem } from './deployment-item.js';

jest.setTimeout(60_000);

const STATUSES = ['succeeded', 'failed', 'succeeded', 'rolled_back', 'cancelled'] as const;

/**
 * Thirty deployments of two services, three a day at the same moment, so that what stands next to
 * each other is told apart by service and id alone. Ids mix scripts: the store sorts by bytes.
 */
const DEPLOYMENTS = Array.from({ length: 30 }, (_, index) =>
  deployment(
    index % 3 === 2 ? 'web' : 'api',
    `${['é', 'z', '🚀', 'A'][index % 4] ?? ''}${index}`,
    at(1 + Math.floor(index / 3)),
    {
      status: STATUSES[index % STATUSES.length],
      kind: index % 7 === 6 ? 'hotfix' : 'deploy',
      ...(index % 4 === 0 ? { repository: 'acme/mono' } : {}),
    },
  ),
);

let api: QueryApi;

beforeAll(async () => {
  api = await QueryApi.start({ production: ['production'], services: {}, now: () => NOW });
  await api.record([
    ...DEPLOYMENTS,
    deployment('web', 'goes on', at(12), {
      status: 'in_progress',
      finishedAt: undefined,
      startedAt: at(12),
    }),
    deployment('api', 'staged', at(5), { environment: 'staging', status: 'failed' }),
    { type: 'service', name: 'web', team: 'shop', updatedAt: at(1) },
    // Web was given away in the middle.
    { type: 'service', name: 'web', team: 'platform', updatedAt: at(6) },
    incident('api', 'over', at(5, 1)),
    incident('web', 'goes on', at(6, 1), { resolvedAt: undefined }),
  ]);
});

afterAll(() => api.stop());

async function page<Item>(query: string): Promise<Page<Item>> {
  const { status, body } = await api.ask<Page<Item>>(`/v1/${query}`);
  expect(status).toBe(200);
  return body;
}

/** A list read page by page; only the last may be short. */
async function walk(query: string, limit: number): Promise<DeploymentItem[]> {
  const items: DeploymentItem[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const read: Page<DeploymentItem> = await page(`deployments?${query}&limit=${limit}${next}`);
    if (read.nextCursor !== null) expect(read.items).toHaveLength(limit);
    items.push(...read.items);
    cursor = read.nextCursor;
  }
  return items;
}

const isFailed = ({ failed }: DeploymentItem) => failed === true;
const isRecovered = (item: DeploymentItem) => isFailed(item) && item.recoveredAt !== null;
const isOpen = (item: DeploymentItem) => isFailed(item) && item.recoveredAt === null;

describe('the deployments that are asked for', () => {
  it.each<[string, string, (item: DeploymentItem) => boolean]>([
    ['failed=true', '', isFailed],
    ['failed=false', '', ({ failed }) => failed === false],
    ['recovered=true', '', isRecovered],
    ['recovered=false', '', isOpen],
    ['failed=true&recovered=false&definition=datadog', 'definition=datadog', isOpen],
    ['status=failed,rolled_back', '', ({ status }) => /failed|rolled_back/.test(status)],
    ['status=in_progress', '', ({ status }) => status === 'in_progress'],
    ['kind=hotfix', '', ({ kind }) => kind === 'hotfix'],
    [
      'failed=true&status=succeeded&kind=deploy',
      '',
      (item) => isFailed(item) && item.status === 'succeeded' && item.kind === 'deploy',
    ],
    ['failed=true&team=shop', 'team=shop', isFailed],
    ['failed=true&repository=acme/mono', 'repository=acme/mono', isFailed],
    [
      'failed=true&service=web&from=2026-03-03&to=2026-03-08',
      'service=web&from=2026-03-03&to=2026-03-08',
      isFailed,
    ],
    ['failed=true&environment=staging', 'environment=staging', isFailed],
  ])(
    'by %s are those of the whole list, and no page of them is short',
    async (query, without, wanted) => {
      const whole = (await page<DeploymentItem>(`deployments?${without}`)).items;
      const expected = whole.filter(wanted);
      expect(expected.length).toBeGreaterThan(0);
      expect(await walk(query, 3)).toEqual(expected);
    },
  );

  it('fill one page where it has room for all of them, after which there is none', async () => {
    const { items, nextCursor } = await page<DeploymentItem>('deployments?failed=true&limit=1000');
    expect(items.length).toBeGreaterThan(10);
    expect(nextCursor).toBeNull();
    const full = await page<DeploymentItem>(`deployments?failed=true&limit=${items.length}`);
    expect(full.nextCursor).toBeNull();
  });

  it('are a file, too', async () => {
    const { text } = await api.ask('/v1/deployments?status=in_progress&format=csv');
    expect(text.trim().split('\r\n')).toHaveLength(2);
  });
});

it('incidents are those that go on, or those that are over', async () => {
  const ids = async (query: string) =>
    (await page<IncidentItem>(`incidents${query}`)).items.map(({ id }) => id);
  expect(await ids('')).toEqual(['goes on', 'over']);
  expect(await ids('?open=true')).toEqual(['goes on']);
  expect(await ids('?open=false')).toEqual(['over']);
});

it.each([
  ['deployments?failed=yes please', 'failed'],
  ['deployments?failed=false&recovered=true', 'recovered'],
  ['deployments?status=broken', 'status'],
  ['deployments?kind=', 'kind'],
  ['incidents?open=2', 'open'],
  ['changes?failed=true', 'failed'],
])('%s is refused', async (query, path) => {
  const { status, body } = await api.ask<{ faults: { path: string }[] }>(`/v1/${query}`);
  expect([status, body.faults.map((fault) => fault.path)]).toEqual([400, [path]]);
});
