import { describe, expect, it } from '@jest/globals';
import { type Period, periodsOf } from '../calendar/periods.js';
import type { CommitLeadTimeDefinition, Definition } from '../definitions/definition.js';
import {
  BUILT_IN_DEFINITIONS,
  DEVLAKE,
  DORA,
  FOURKEYS,
  GITLAB,
} from '../definitions/definitions.js';
import { deployment, HOUR, incident, march, MINUTE } from '../facts/facts.fixture.js';
import { evidence } from '../failures/evidence.fixture.js';
import { type Evidence, judge } from '../failures/judge.js';
import { changeEntries, leadTimeOfChanges } from './change-lead-time.js';
import { changeStages, type MergedChange } from './change-stages.js';
import { leadTimeOfCommits } from './commit-lead-time.js';
import { secondsOf } from './entry.js';
import { METRIC_NAMES, metricsOf } from './row.js';

const NOW = march(31);
const MARCH = { start: march(1), end: NOW };

interface Shipped {
  /** Lead times in hours. */
  readonly leads?: readonly number[];
  readonly changes?: readonly MergedChange[];
}

/** The numbers of some evidence, and of what was shipped. */
function numbers(
  definition: Definition,
  stated: Partial<Evidence> = {},
  { leads = [], changes = [] }: Shipped = {},
  { period = MARCH, timezone = 'UTC' }: { period?: Period; timezone?: string } = {},
) {
  const { leadTime, quantile } = definition;
  const given = evidence(stated);
  const milliseconds = leads.map((hours) => hours * HOUR);
  const commits = {
    leads: milliseconds,
    leadsOfDeployments: [],
    mergeCommits: 0,
    baselineCommits: 0,
    waiting: 0,
    ended: milliseconds,
    open: [],
  };
  const ofChanges = { shipped: changes, merged: changes, waiting: 0 };
  return metricsOf(
    {
      judged: judge(given, definition).deployments,
      incidents: given.incidents,
      leadTime:
        leadTime.of === 'commits'
          ? leadTimeOfCommits(commits, leadTime, NOW)
          : leadTimeOfChanges(ofChanges, leadTime, timezone, quantile, NOW),
      changes,
      direct: [],
    },
    period,
    { definition, timezone, asOf: NOW, hasKnownCommit: () => true, causedAt: () => undefined },
    METRIC_NAMES,
  );
}

const change = (stated: Partial<MergedChange> = {}): MergedChange => ({
  repository: 'acme/shop',
  number: 1,
  service: 'api',
  environment: 'production',
  baseline: false,
  deploymentId: 'd',
  openedAt: march(2),
  mergedAt: march(3),
  deploymentFinishedAt: march(4),
  ...stated,
});

describe('the trap of one incident a failure', () => {
  // 10 deployments; one of them brought 12 incidents about, which name its commit.
  const given = {
    deployments: Array.from({ length: 10 }, (_, day) =>
      deployment({ id: `d${day}`, sha: `c${day}`, finishedAt: march(day + 1) }),
    ),
    incidents: Array.from({ length: 12 }, (_, index) =>
      incident({ id: `I${index}`, services: ['api'], openedAt: march(15), cause: { sha: 'c3' } }),
    ),
    firstShipper: (_service: string, _environment: string, sha: string) => sha.replace('c', 'd'),
  };

  it.each([
    [DORA, 1, 0.1],
    [DEVLAKE, 1, 0.1],
    [GITLAB, 12, 1.2],
    [FOURKEYS, 12, 1.2],
  ])('$id counts %d of 10', (definition, failed, rate) => {
    expect(numbers(definition, given).changeFailRate).toMatchObject({
      failed,
      deployments: 10,
      rate,
    });
  });

  it('what exceeds 1 is no share, and has no interval', () => {
    for (const definition of [GITLAB, FOURKEYS]) {
      expect(numbers(definition, given).changeFailRate).toMatchObject({ low: null, high: null });
    }
  });
});

describe('the trap of rolling up medians of medians', () => {
  it('a day with one change of 100 hours weighs as much as a day with 99 of one hour', () => {
    const busy = Array.from({ length: 99 }, (_, number) =>
      change({ number, mergedAt: march(4), deploymentFinishedAt: march(4) + HOUR }),
    );
    const slow = change({
      number: 100,
      mergedAt: march(10),
      deploymentFinishedAt: march(10) + 100 * HOUR,
    });
    const changes = [...busy, slow];
    // Half way between 1 and 100 hours; of all hundred changes the median is 1 hour.
    expect(numbers(GITLAB, {}, { changes }).changeLeadTime.p50).toBe(50.5 * 3600);
    const ofAll: Definition = {
      ...GITLAB,
      leadTime: { of: 'changes', from: 'merged', withBaseline: true, aggregate: 'all' },
    };
    expect(numbers(ofAll, {}, { changes }).changeLeadTime.p50).toBe(3600);
  });
});

describe('the trap of calendars', () => {
  const BERLIN = 'Europe/Berlin';
  const utc = (moment: string) => Date.parse(moment);
  const deployed = (...moments: readonly string[]) => ({
    deployments: moments.map((moment) => deployment({ id: moment, finishedAt: utc(moment) })),
  });
  /** How many days with a deployment each week has that a window is cut into. */
  const weeks = (from: string, to: string, timezone: string, ...moments: readonly string[]) => {
    const window = { start: utc(from), end: utc(to) };
    return periodsOf(window, 'week', timezone).map((period) => {
      const inWeek = moments.filter(
        (moment) => utc(moment) >= period.start && utc(moment) < period.end,
      );
      return numbers(DORA, deployed(...inWeek), {}, { period, timezone }).deploymentFrequency
        .medianDaysPerWeek;
    });
  };

  it('Sunday 23:30 in London is Monday in Berlin, and another week', () => {
    const late = '2026-03-08T23:30Z';
    expect(weeks('2026-03-02T00:00Z', '2026-03-16T00:00Z', 'UTC', late)).toEqual([1, 0]);
    expect(weeks('2026-03-01T23:00Z', '2026-03-15T23:00Z', BERLIN, late)).toEqual([0, 1]);
  });

  it('New Year 2021 lies in the week that began on 28 December, the 53rd of 2020', () => {
    const moments = ['2020-12-31T12:00Z', '2021-01-01T12:00Z', '2021-01-04T12:00Z'];
    expect(weeks('2020-12-28T00:00Z', '2021-01-11T00:00Z', 'UTC', ...moments)).toEqual([2, 1]);
  });

  it.each([
    // 27 to 31 March 2026, the 29th of 23 hours; 23 to 27 October, the 25th of 25.
    ['spring', '2026-03-26T23:00Z', '2026-03-31T22:00Z', 119],
    ['autumn', '2026-10-22T22:00Z', '2026-10-27T23:00Z', 121],
  ])('five days are five days in %s', (_season, from, to, hours) => {
    const period = { start: utc(from), end: utc(to) };
    expect((period.end - period.start) / HOUR).toBe(hours);
    const noons = periodsOf(period, 'day', BERLIN).map(({ start }) =>
      new Date(start + 12 * HOUR).toISOString(),
    );
    expect(noons).toHaveLength(5);
    const { deploymentFrequency } = numbers(
      DORA,
      deployed(...noons),
      {},
      { period, timezone: BERLIN },
    );
    expect(deploymentFrequency).toMatchObject({ perDay: 1, daysWithDeployment: 5 });
  });

  it('from noon to noon over the change of clocks 23 hours pass, and from Friday to Monday 63', () => {
    const waited = (merged: string, deploymentStarted: string) =>
      changeStages({
        openedAt: utc(merged),
        mergedAt: utc(merged),
        deploymentStartedAt: utc(deploymentStarted),
      }).waiting;
    expect(waited('2026-03-28T11:00Z', '2026-03-29T10:00Z')).toBe(23 * 3600);
    // Nights and weekends pass like other time: Friday 18:00 to Monday 09:00.
    expect(waited('2026-03-06T18:00Z', '2026-03-09T09:00Z')).toBe(63 * 3600);
  });
});

describe('the trap of squashing and rebasing', () => {
  // The same work three times: written from Monday 10:00 to Tuesday 10:00, opened Tuesday 11:00,
  // reviewed Wednesday 09:00, merged 10:00, deployed from 11:00 to 12:00.
  const wednesday = march(4);
  const work = change({
    firstCommitAt: march(2) + 10 * HOUR,
    openedAt: march(3) + 11 * HOUR,
    firstReviewAt: wednesday + 9 * HOUR,
    mergedAt: wednesday + 10 * HOUR,
    deploymentStartedAt: wednesday + 11 * HOUR,
    deploymentFinishedAt: wednesday + 12 * HOUR,
  });

  // In hours before the deployment finished: two commits keep when they were written, a rebase
  // commits them anew as it merges, and a squash is one commit, written as it merges.
  it.each([
    ['a merge commit', [50, 26], [50, 26, 2], 50, 26],
    ['a rebase', [50, 26], [2, 2], 50, 2],
    ['a squash', [2], [2], 2, 2],
  ])(
    'by %s commits took another time, by author and by committer',
    (_strategy, authored, committed, byDora, byFourkeys) => {
      const hours = (definition: Definition, leads: readonly number[]) =>
        Number(numbers(definition, {}, { leads }).changeLeadTime.p50) / 3600;
      expect(hours(DORA, authored)).toBe(byDora);
      expect(hours(FOURKEYS, committed)).toBe(byFourkeys);
    },
  );

  it('the change took the same: 50 hours, of which it was open for 23 and waited for 1', () => {
    const { leadTimeStages } = numbers(DORA, {}, { changes: [work] });
    const hours = (stage: { readonly p50: number | null }) => Number(stage.p50) / 3600;
    expect({
      coding: hours(leadTimeStages.coding),
      pickup: hours(leadTimeStages.pickup),
      review: hours(leadTimeStages.review),
      waiting: hours(leadTimeStages.waiting),
      deploying: hours(leadTimeStages.deploying),
      total: hours(leadTimeStages.total),
    }).toEqual({ coding: 25, pickup: 22, review: 1, waiting: 1, deploying: 1, total: 50 });
    expect(numbers(DEVLAKE, {}, { changes: [work] }).changeLeadTime.p50).toBe(50 * 3600);
    expect(numbers(GITLAB, {}, { changes: [work] }).changeLeadTime.p50).toBe(2 * 3600);
  });
});

describe('the trap of taking the unknown for zero', () => {
  it.each(BUILT_IN_DEFINITIONS)('$id knows of nothing neither rate nor duration', (definition) => {
    const nothing = numbers(definition);
    const unknown = { p50: null, p75: null, p90: null, mean: null };
    expect(nothing.deploymentFrequency).toMatchObject({
      // How often is known: not at all.
      deployments: 0,
      perDay: 0,
      medianSecondsBetween: null,
    });
    expect(nothing.changeLeadTime).toMatchObject({ commits: 0, ...unknown });
    expect(nothing.leadTimeStages.total).toMatchObject({ n: 0, ...unknown });
    expect(nothing.changeFailRate).toMatchObject({ rate: null, low: null, high: null });
    expect(nothing.timeToRestore).toMatchObject({ incidents: 0, ...unknown });
    expect(nothing.recoveryTime ?? unknown).toMatchObject(unknown);
    expect(nothing.reworkRate ?? { rate: null }).toMatchObject({ rate: null });
  });

  it('a rate of 0 of 10 may be one of 28 %', () => {
    const deployments = Array.from({ length: 10 }, (_, day) =>
      deployment({ id: `d${day}`, finishedAt: march(day + 1) }),
    );
    expect(numbers(DORA, { deployments }).changeFailRate).toMatchObject({
      rate: 0,
      low: 0,
      high: expect.closeTo(0.278, 3),
    });
  });

  it('a failure that nobody mended is open, and not mended in no time', () => {
    const deployments = [deployment({ id: 'bad', status: 'failed' })];
    expect(numbers(DORA, { deployments }).recoveryTime).toMatchObject({
      failed: 1,
      open: 1,
      p50: null,
      kaplanMeier: { n: 1, open: 1, p50: null },
    });
  });
});

describe('the trap of durations below 0', () => {
  const seconds = (definition: Definition, hours: readonly number[]) =>
    leadTimeOfCommits(
      {
        leads: hours.map((hour) => hour * HOUR),
        leadsOfDeployments: [],
        mergeCommits: 0,
        baselineCommits: 0,
        waiting: 0,
        ended: [],
        open: [],
      },
      definition.leadTime as CommitLeadTimeDefinition,
      NOW,
    ).seconds;

  it('commits of a clock that ran ahead count for dora and are dropped by fourkeys', () => {
    // −10 minutes, half a minute, 20 minutes.
    const leads = [-1 / 6, 1 / 120, 1 / 3];
    expect(seconds(DORA, leads)).toEqual([-600, 30, 1200]);
    expect(seconds(FOURKEYS, leads)).toEqual([1200]);
    expect(numbers(DORA, {}, { leads }).changeLeadTime).toMatchObject({ commits: 3, mean: 210 });
    expect(numbers(FOURKEYS, {}, { leads }).changeLeadTime).toMatchObject({
      commits: 1,
      mean: 1200,
    });
  });

  it('what was deployed before it was merged took gitlab no time, and devlake what came before', () => {
    const early = change({ deploymentFinishedAt: march(3) - HOUR });
    const lead = (definition: Definition) =>
      definition.leadTime.of === 'changes' &&
      secondsOf(changeEntries([early], definition.leadTime));
    expect(lead(GITLAB)).toEqual([0]);
    // A day from opened to merged.
    expect(lead(DEVLAKE)).toEqual([24 * 3600]);
  });

  it('a stage that would be negative is not known, and its change still counts', () => {
    const early = change({ deploymentFinishedAt: march(3) - HOUR });
    expect(numbers(DORA, {}, { changes: [early] }).leadTimeStages).toMatchObject({
      changes: 1,
      waiting: { n: 0, p50: null },
    });
  });

  it('an incident resolved before it opened is resolved, after nobody knows how long', () => {
    const incidents = [
      incident({ id: 'backwards', openedAt: march(2), resolvedAt: march(2) - MINUTE }),
      incident({ id: 'sound', openedAt: march(2), resolvedAt: march(2) + HOUR }),
    ];
    expect(numbers(DORA, { incidents }).timeToRestore).toMatchObject({
      incidents: 2,
      resolved: 2,
      open: 0,
      mean: 3600,
    });
  });
});
