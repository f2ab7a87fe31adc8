import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventOf } from '../builders/messages.js';
import { ORACLE_DEFINITIONS } from './definitions.js';
import { oracleMetrics } from './metrics.js';
import type { OracleQuestion } from './question.js';

const HOUR = 3600;
const WEEK_FILE = new URL('../../../../docs/examples/a-week.ndjson', import.meta.url);

const QUESTION: OracleQuestion = {
  definition: ORACLE_DEFINITIONS.dora,
  start: Date.parse('2026-03-02T00:00:00Z'),
  end: Date.parse('2026-03-09T00:00:00Z'),
  now: Date.parse('2026-03-09T09:00:00Z'),
  interval: 'none',
  groupBy: 'none',
  timezone: 'UTC',
  production: ['production'],
  environments: ['production'],
  configuration: {},
};

type Asked = Partial<Omit<OracleQuestion, 'definition'>> & {
  readonly definition?: keyof typeof ORACLE_DEFINITIONS;
};

function rowsOf(events: readonly unknown[], { definition = 'dora', ...asked }: Asked = {}) {
  return oracleMetrics(
    events.map((event) => eventOf(event)),
    { ...QUESTION, ...asked, definition: ORACLE_DEFINITIONS[definition] },
  );
}

function rowOf(events: readonly unknown[], asked: Asked = {}) {
  const [row] = rowsOf(events, asked);
  if (row === undefined) throw new Error('there is no row');
  return row;
}

const week = readFileSync(WEEK_FILE, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): unknown => JSON.parse(line));

describe('the week that docs/metrics.md works out by hand', () => {
  const row = rowOf(week);

  it('has 4 deployments on 3 days, 24 hours apart', () => {
    expect(row.deploymentFrequency).toMatchObject({
      deployments: 4,
      perDay: 4 / 7,
      daysWithDeployment: 3,
      medianDaysPerWeek: 3,
      medianSecondsBetween: 86_400,
    });
  });

  it('has lead times of 1, 3, 22 and 48 hours, a merge, a baseline, and a commit that waits', () => {
    expect(row.changeLeadTime).toMatchObject({
      unit: 'commits',
      commits: 4,
      p50: 79_200,
      p75: 172_800,
      p90: 172_800,
      mean: 66_600,
      baselineCommits: 1,
      mergeCommits: 1,
      waiting: 1,
      // Still waiting for 72 hours: of 5 the third is the median, and of 4/5·3/4·2/3·1/2 one fifth is left.
      kaplanMeier: { n: 5, ended: 4, open: 1, p50: 79_200, p75: 172_800, p90: null },
    });
  });

  it('has 2 failures of 5, one of them mended after 2 hours', () => {
    const { low, high, ...rest } = row.changeFailRate;
    expect(rest).toEqual({ failed: 2, deployments: 5, rate: 0.4, inferred: 0 });
    expect([low?.toFixed(3), high?.toFixed(3)]).toEqual(['0.118', '0.769']);
    expect(row.recoveryTime).toMatchObject({
      failed: 2,
      recovered: 1,
      open: 1,
      p50: 7200,
      mean: 7200,
    });
  });

  it('has one deployment of rework, and one incident of two and a half hours', () => {
    expect(row.reworkRate).toMatchObject({ rework: 1, deployments: 5, rate: 0.2 });
    expect(row.timeToRestore).toMatchObject({ incidents: 1, resolved: 1, open: 0, p50: 9000 });
  });

  it('is the same in any order, repeated, and after versions that did not last', () => {
    const before = week
      .map((event) => event as Record<string, unknown>)
      .filter(({ type }) => type === 'deployment')
      .map((event) => ({ ...event, status: 'failed', updatedAt: '2026-03-01T00:00:00Z' }));
    expect(rowOf([...week, ...before, ...week].reverse())).toEqual(row);
  });

  it('has under DevLake no change, and blames d2 by the clock', () => {
    const devlake = rowOf(week, { definition: 'devlake' });
    expect(devlake.changeLeadTime).toMatchObject({ unit: 'changes', commits: 0, p50: null });
    // Of d1, d2, d3 and d6; d2 finished at 12:00, INC-7 was resolved at 15:00.
    expect(devlake.changeFailRate).toMatchObject({ failed: 1, deployments: 4, inferred: 1 });
    expect(devlake.recoveryTime).toMatchObject({ failed: 1, recovered: 1, p50: 3 * HOUR });
    expect(devlake.reworkRate).toBeNull();
  });

  it('has under Four Keys merges timed as well, and no failure, as no incident names a commit', () => {
    const fourkeys = rowOf(week, { definition: 'fourkeys' });
    // 1, 2, 3, 22 and 48 hours.
    expect(fourkeys.changeLeadTime).toMatchObject({ commits: 5, p50: 3 * HOUR, mergeCommits: 0 });
    expect(fourkeys.changeFailRate).toMatchObject({ failed: 0, deployments: 4, rate: 0 });
    // Two and a half hours are two.
    expect(fourkeys.timeToRestore).toMatchObject({ p50: 2 * HOUR });
    expect(fourkeys.recoveryTime).toBeNull();
  });

  it('has under GitLab one incident for 4 deployments', () => {
    const gitlab = rowOf(week, { definition: 'gitlab' });
    expect(gitlab.changeFailRate).toMatchObject({ failed: 1, deployments: 4, rate: 0.25 });
    expect(gitlab.timeToRestore).toMatchObject({ p50: 9000 });
  });
});

const sha = (letter: string) => letter.repeat(40);

/** One deployment after another, an hour apart, each with what is said of it. */
function deployments(...said: readonly object[]) {
  return said.map((one, index) => ({
    type: 'deployment',
    service: 'api',
    environment: 'production',
    id: `d${index + 1}`,
    status: 'succeeded',
    finishedAt: new Date(QUESTION.start + (index + 1) * HOUR * 1000).toISOString(),
    ...one,
  }));
}

const verdict = (said: object) => ({
  type: 'verdict',
  service: 'api',
  environment: 'production',
  deploymentId: 'd1',
  by: 'Ada',
  ...said,
});

const FAILED = { failed: true, reason: 'nobody could pay' };

describe('what the oracle holds against a deployment', () => {
  const abca = deployments(
    { sha: sha('a') },
    { sha: sha('b') },
    { sha: sha('c') },
    { sha: sha('a') },
  );

  it('is of A, B, C, A that A had to come back: B failed, and for two hours', () => {
    const row = rowOf(abca);
    expect(row.changeFailRate).toMatchObject({ failed: 1, deployments: 4, inferred: 1 });
    expect(row.recoveryTime).toMatchObject({ recovered: 1, p50: 2 * HOUR });
  });

  it('is of A, B, A, B once that A came back, and for Datadog twice', () => {
    const abab = deployments(...['a', 'b', 'a', 'b'].map((one) => ({ sha: sha(one) })));
    expect(rowOf(abab).changeFailRate.failed).toBe(1);
    expect(rowOf(abab, { definition: 'datadog' }).changeFailRate.failed).toBe(2);
  });

  it('is what a person says, until that is taken back', () => {
    const given = verdict({ ...FAILED, at: '2026-03-02T05:00:00Z' });
    const cleared = verdict({ ...FAILED, failed: false, at: '2026-03-02T06:00:00Z' });
    const takenBack = verdict({ retracted: true, at: '2026-03-02T07:00:00Z' });
    const [first = {}] = deployments({ status: 'failed', changeFailure: true });
    const failedAfter = (...verdicts: object[]) =>
      rowOf([first, ...verdicts]).changeFailRate.failed;
    expect(failedAfter(given)).toBe(1);
    expect(failedAfter(cleared, given)).toBe(0);
    expect(failedAfter(takenBack, cleared, given)).toBe(1);
  });

  it('is the hotfix that came after it, by its kind, its label or the branch of its change', () => {
    const change = {
      type: 'change',
      repository: 'acme/shop',
      number: 7,
      openedAt: '2026-03-02T01:10:00Z',
      mergedAt: '2026-03-02T01:20:00Z',
      mergeSha: sha('b'),
      branch: 'hotfix/pay',
    };
    const fix = { repository: 'acme/shop', sha: sha('b') };
    const plain = deployments({ repository: 'acme/shop', sha: sha('a') }, fix);
    expect(rowOf(plain).changeFailRate.failed).toBe(0);
    for (const events of [
      deployments({ sha: sha('a') }, { ...fix, kind: 'hotfix' }),
      deployments({ sha: sha('a') }, { ...fix, labels: ['HotFix'] }),
      [...plain, change],
    ]) {
      const { failed, inferred } = rowOf(events).changeFailRate;
      expect([failed, inferred]).toEqual([1, 1]);
    }
  });

  it('is a commit that was taken back', () => {
    const commit = (letter: string, said: object) => ({
      type: 'commit',
      repository: 'acme/shop',
      sha: sha(letter),
      parents: [],
      authoredAt: '2026-03-02T00:30:00Z',
      ...said,
    });
    const events = [
      ...deployments({ sha: sha('a') }, { sha: sha('b') }, { sha: sha('c') }),
      commit('a', {}),
      commit('b', { parents: [sha('a')] }),
      commit('c', { parents: [sha('b')], reverts: [sha('b')] }),
    ];
    expect(rowOf(events).recoveryTime).toMatchObject({ failed: 1, recovered: 1, p50: HOUR });
  });

  it('is an incident of its service within a day, unless that names another cause', () => {
    const incident = { type: 'incident', id: 'i', openedAt: '2026-03-03T01:00:00Z' };
    const [first = {}, ...rest] = deployments({}, {}, {}, {});
    const failedWith = (said: object, definition?: 'devlake') =>
      rowOf([first, ...rest, { ...incident, ...said }], definition && { definition }).changeFailRate
        .failed;
    expect(failedWith({ service: 'api' })).toBe(1);
    expect(failedWith({ service: 'api', openedAt: '2026-03-03T04:00:00Z' })).toBe(1);
    expect(failedWith({ service: 'api', openedAt: '2026-03-03T04:00:01Z' })).toBe(0);
    expect(failedWith({ service: 'api', openedAt: '2026-03-08T04:00:01Z' }, 'devlake')).toBe(1);
    expect(failedWith({})).toBe(0);
    expect(failedWith({ service: 'api', causedBy: { version: 'v0' } })).toBe(0);
    expect(failedWith({ service: 'api', causedBy: { version: 'v0' } }, 'devlake')).toBe(1);
  });
});

describe('a change, as the oracle follows it', () => {
  const events = [
    {
      type: 'commit',
      repository: 'acme/shop',
      sha: sha('b'),
      parents: [],
      authoredAt: '2026-03-02T00:10:00Z',
    },
    {
      type: 'commit',
      repository: 'acme/shop',
      sha: sha('e'),
      parents: [],
      authoredAt: '2026-03-02T01:32:10Z',
    },
    {
      type: 'change',
      repository: 'acme/shop',
      number: 7,
      openedAt: '2026-03-02T01:10:30Z',
      firstReviewAt: '2026-03-02T01:20:00Z',
      mergedAt: '2026-03-02T01:32:10Z',
      commits: [sha('b')],
      mergeSha: sha('e'),
    },
    ...deployments(
      { repository: 'acme/shop', sha: sha('a') },
      { repository: 'acme/shop', sha: sha('e'), startedAt: '2026-03-02T01:42:10Z' },
    ),
  ];

  it('goes through every stage', () => {
    const { changes, commitsWithoutChange, ...stages } = rowOf(events).leadTimeStages;
    expect([changes, commitsWithoutChange]).toEqual([1, 0]);
    expect(Object.entries(stages).map(([name, { n, p50 }]) => [name, n, p50])).toEqual([
      ['coding', 1, 3630],
      ['pickup', 1, 570],
      ['review', 1, 730],
      ['waiting', 1, 600],
      ['deploying', 1, 1070],
      ['total', 1, 6590 + 10],
    ]);
  });

  it('takes DevLake 61 + 22 + 28 minutes, and GitLab from the merge only', () => {
    const p50 = (definition: 'devlake' | 'gitlab') =>
      rowOf(events, { definition }).changeLeadTime.p50;
    expect(p50('devlake')).toBe((61 + 22 + 28) * 60);
    expect(p50('gitlab')).toBe(27 * 60 + 50);
  });

  it('leaves the commits that were squashed into it waiting for nothing', () => {
    const { commits, waiting, kaplanMeier } = rowOf(events).changeLeadTime;
    expect([commits, waiting, kaplanMeier.n]).toEqual([1, 0, 1]);
  });
});

describe('a service that moves', () => {
  it('counts for the team it had then', () => {
    const events = [
      ...deployments({}, {}, {}),
      { type: 'service', name: 'api', team: 'old', updatedAt: '2026-03-01T00:00:00Z' },
      { type: 'service', name: 'api', team: 'new', updatedAt: '2026-03-02T02:30:00Z' },
    ];
    const byTeam = (configuration: OracleQuestion['configuration']) =>
      rowsOf(events, { groupBy: 'team', configuration }).map(({ group, deploymentFrequency }) => [
        group,
        deploymentFrequency.deployments,
      ]);
    expect(byTeam({})).toEqual([
      [{ team: 'new' }, 1],
      [{ team: 'old' }, 2],
    ]);
    const until = Date.parse('2026-03-02T02:00:00Z');
    expect(byTeam({ api: { team: 'b', formerly: [{ team: 'a', until }], paths: [] } })).toEqual([
      [{ team: 'a' }, 1],
      [{ team: 'b' }, 2],
    ]);
  });
});
