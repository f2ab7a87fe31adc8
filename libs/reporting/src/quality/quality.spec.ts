import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { QUALITY_CHECK_NAMES, QUALITY_COVERAGE_NAMES } from '@throughline/dora';
import { insertQuarantined } from '@throughline/store';
import type { DeploymentItem } from '../deployments/deployment-item.js';
import type { IncidentItem } from '../incidents/incidents-report.js';
import type { Page } from '../paging/paging.js';
import { QueryApi } from '../query-api.fixture.js';
import { at, DOUBTFUL, NOW, SHA } from './doubtful-organisation.fixture.js';
import type { QualityAnswer } from './quality-answer.js';
import type { QualityItem } from './quality-item.js';

// An answer is a score of queries: on a busy machine several of them take more than the usual five seconds.
jest.setTimeout(30_000);

const MARCH = 'from=2026-03-01&to=2026-03-31';

let api: QueryApi;
/** The answer for March. */
let whole: QualityAnswer;

beforeAll(async () => {
  api = await QueryApi.start({
    production: ['production'],
    environmentClasses: { test: ['staging'] },
    services: {},
    now: () => NOW,
  });
  await api.record(DOUBTFUL);
  await insertQuarantined(
    api.store.client,
    [at(-27), at(5), at(6)].map((receivedAt, index) => ({
      id: `q${index}`,
      receivedAt,
      source: 'github',
      reason: { code: 'invalid_events', message: 'sha is none' },
      faults: [],
      payload: '{}',
      encoding: 'utf8' as const,
    })),
  );
  whole = await quality('');
}, 60_000);

afterAll(() => api.stop());

async function quality(query: string): Promise<QualityAnswer> {
  const { status, body } = await api.ask<QualityAnswer>(`/v1/quality?${MARCH}${query}`);
  expect(status).toBe(200);
  return body;
}

async function list<Item>(path: string, limit: number): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body }: { body: Page<Item> } = await api.ask<Page<Item>>(
      `${path}?${MARCH}&limit=${limit}${next}`,
    );
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

const found = async (name: string) =>
  (await list<QualityItem>(`/v1/quality/${name}`, 100)).map(({ services, id }) =>
    (id === null ? services : [...services, id]).join(' '),
  );

describe('the checks', () => {
  it.each([
    ['incident_cause_unknown', 2, 5, 'warning'],
    ['incident_names_nothing', 1, 5, 'warning'],
    ['incident_without_deployment', 1, 5, 'notice'],
    // Of those that name a commit d3 names an unknown one; of the six, the one of cron names none.
    ['deployment_commit_unknown', 1, 5, 'warning'],
    ['deployment_without_commit', 1, 6, 'warning'],
    ['deployment_artifact_unbuilt', 1, 2, 'notice'],
    ['deployment_ships_unknown', 2, 5, 'warning'],
    // s2, s3, s4 and o2 were written in March, s1 was shipped in it.
    ['history_gap', 1, 5, 'warning'],
    // s4 came with a push of three.
    ['push_incomplete', 1, 5, 'warning'],
    ['history_boundary', 1, 5, 'notice'],
    // Heard often enough: commits, incidents, deployments by api and by nightly, of shop and of batch.
    ['source_silent', 4, 6, 'warning'],
    ['clock_commit_after_deployment', 1, 3, 'warning'],
    ['clock_incident_resolved_before_opened', 1, 5, 'warning'],
    ['clock_change_merged_before_opened', 1, 2, 'warning'],
    ['clock_deployment_finished_before_started', 1, 5, 'warning'],
    ['clock_in_future', 2, null, 'warning'],
    ['service_without_team', 2, 4, 'warning'],
    ['service_not_in_catalogue', 1, 2, 'notice'],
    ['service_never_deployed', 2, 3, 'notice'],
    ['environment_unclassified', 2, 4, 'notice'],
    ['quarantined', 2, null, 'warning'],
    ['baseline_in_window', 1, 5, 'notice'],
  ])('find of %s %d among %p, a %s', (check, count, of, severity) => {
    expect(whole.checks.find((one) => one.check === check)).toMatchObject({
      count,
      of,
      severity,
      share: of === null ? null : count / of,
    });
  });

  it('are told in the order of their list, each once', () => {
    expect(whole.checks.map(({ check }) => check)).toEqual(QUALITY_CHECK_NAMES);
  });

  it('name what they found', async () => {
    expect(await found('incident_cause_unknown')).toEqual(['ambiguous', 'shop lost']);
    expect(await found('incident_names_nothing')).toEqual(['silent']);
    expect(await found('incident_without_deployment')).toEqual(['shop alone']);
    expect(await found('deployment_commit_unknown')).toEqual(['shop d3']);
    expect(await found('deployment_artifact_unbuilt')).toEqual(['cron d1']);
    expect(await found('deployment_ships_unknown')).toEqual(['cron d1', 'shop d3']);
    expect(await found('history_gap')).toEqual([SHA.s3]);
    expect(await found('push_incomplete')).toEqual([SHA.s4]);
    expect(await found('history_boundary')).toEqual([SHA.o2]);
    expect(await found('clock_commit_after_deployment')).toEqual([`shop ${SHA.s4}`]);
    expect(await found('clock_in_future')).toEqual([SHA.future, 'tomorrow']);
    expect(await found('service_without_team')).toEqual(['cron', 'loose']);
    expect(await found('service_never_deployed')).toEqual(['loose', 'idle']);
    expect(await found('quarantined')).toEqual(['q2', 'q1']);
  });

  it('say of each what is the matter with it', async () => {
    const [gap] = await list<QualityItem>('/v1/quality/history_gap', 100);
    expect(gap).toEqual({
      thing: 'commit',
      id: SHA.s3,
      services: [],
      environment: null,
      repository: 'acme/shop',
      source: null,
      at: '2026-03-03T00:00:00.000Z',
      says: `its parent ${SHA.unknown} is not known`,
    });
    const [push] = await list<QualityItem>('/v1/quality/push_incomplete', 100);
    expect(push?.says).toBe('came with a push that left out 2 or more before it');
    const silent = await list<QualityItem>('/v1/quality/source_silent', 100);
    expect(silent.find(({ source }) => source === 'nightly')).toMatchObject({
      thing: 'source',
      id: 'deployments',
      // 28 February, 2:00, to 31 March, 0:00: 30 days and 22 hours.
      says: 'no deployments for 31 days, since 2026-02-28T02:00:00.000Z; until then one every 24 hours',
    });
    expect(silent.map(({ thing, services, source }) => [thing, services[0] ?? source])).toEqual([
      ['source', 'api'],
      ['service', 'shop'],
      ['source', 'nightly'],
      ['service', 'batch'],
    ]);
  });

  it('tell an environment of no class, and of which it is but for the case of its letters', async () => {
    const items = await list<QualityItem>('/v1/quality/environment_unclassified', 1);
    expect(items.map(({ environment, services, says }) => [environment, services, says])).toEqual([
      ['preview', ['loose'], 'is of no class'],
      [
        'Production',
        ['loose'],
        'is of no class: only the case of its letters tells it from production',
      ],
    ]);
  });

  it('know a cause that the definition does not believe', async () => {
    // GitLab links nothing; that of `linked` is known all the same.
    const { checks } = await quality('&definition=gitlab');
    expect(checks.slice(0, 3).map(({ count }) => count)).toEqual([2, 1, 2]);
  });

  it('find nothing where there is nothing', async () => {
    const body = await quality('&environment=nowhere');
    const nowhere = body.checks.filter(({ count }) => count > 0).map(({ check }) => check);
    // What is in no environment is found whatever the environment.
    expect(nowhere).toEqual([
      'history_gap',
      'push_incomplete',
      'history_boundary',
      'clock_change_merged_before_opened',
      'clock_in_future',
      'service_without_team',
      'service_never_deployed',
      'environment_unclassified',
      'quarantined',
    ]);
    expect(body.links).toEqual([]);
  });

  it('can be asked of a service or a team alone', async () => {
    const of = async (query: string, name: string) => {
      const { count, of: among } =
        (await quality(query)).checks.find(({ check }) => check === name) ?? {};
      return [count, among];
    };
    expect(await of('&service=cron', 'deployment_without_commit')).toEqual([1, 1]);
    expect(await of('&team=payments', 'deployment_without_commit')).toEqual([0, 5]);
    expect(await of('&service=cron', 'history_gap')).toEqual([0, 0]);
    expect(await of('&service=shop', 'history_boundary')).toEqual([0, 4]);
    expect(await of('&service=batch', 'source_silent')).toEqual([2, 2]);
  });
});

describe('the coverage', () => {
  it('tells of how many each metric knows what it needs', () => {
    const { coverage } = whole;
    expect(coverage.map(({ gap, known, of }) => [gap, known, of])).toEqual([
      ['commit_unknown', 3, 4],
      ['change_first_commit_unknown', 1, 2],
      ['change_first_review_unknown', 1, 2],
      ['deployment_start_unknown', 5, 6],
      ['deployment_repository_unknown', 5, 6],
      ['incident_service_unknown', 3, 5],
      ['failure_unrecovered', 0, 1],
      ['incident_unresolved', 2, 5],
    ]);
    expect(coverage[0]).toMatchObject({ metric: 'changeLeadTime', share: 0.75 });
  });
});

describe('every number', () => {
  it.each([...QUALITY_CHECK_NAMES, ...QUALITY_COVERAGE_NAMES])(
    'opens down to things: the pages of %s add up to it',
    async (name) => {
      const { checks, coverage } = whole;
      const check = checks.find((one) => one.check === name);
      const gap = coverage.find((one) => one.gap === name);
      const items = await list<QualityItem>(`/v1/quality/${name}`, 1);
      expect(items.length).toBe(check?.count ?? (gap?.of ?? NaN) - (gap?.known ?? NaN));
      expect(new Set(items.map((item) => JSON.stringify(item))).size).toBe(items.length);
      expect(check?.items ?? items).toEqual(items);
      expect(check?.more ?? 0).toBe(0);
    },
  );

  it('agrees with the lists: incidents without a link, and what shows deployments to have failed', async () => {
    const { checks, links } = whole;
    const incidents = await list<IncidentItem>('/v1/incidents', 100);
    const unlinked = checks.slice(0, 3).reduce((sum, { count }) => sum + count, 0);
    expect(unlinked).toBe(incidents.filter((one) => one.links.length === 0).length);
    const deployments = await list<DeploymentItem>('/v1/deployments', 100);
    const rules = deployments
      .flatMap(({ failureReasons }) => failureReasons)
      .map(({ rule }) => rule);
    expect(links).toEqual([
      { rule: 'status', confidence: 1, said: true, links: 1, share: 0.5 },
      { rule: 'named_cause', confidence: 1, said: true, links: 1, share: 0.5 },
    ]);
    expect(rules.sort()).toEqual(['named_cause', 'status']);
  });

  it('shows twenty examples, and says how many more there are', async () => {
    const nightly = `/v1/quality?from=2026-01-15&to=2026-03-01`;
    const { body } = await api.ask<QualityAnswer>(nightly);
    const check = body.checks.find((one) => one.check === 'deployment_without_commit');
    expect([check?.count, check?.items.length, check?.more]).toEqual([40, 20, 20]);
  });
});

it('refuses a check that there is none of, and names what it knows', async () => {
  const { status, text } = await api.ask('/v1/quality/happiness');
  expect(status).toBe(404);
  expect(text).toContain('GET /v1/quality names them');
});
