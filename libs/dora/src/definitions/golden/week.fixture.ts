import { expect } from '@jest/globals';
import type { Instant } from '@throughline/events';
import { deployment, incident } from '../../facts/facts.fixture.js';
import type { FinishedDeployment, Incident } from '../../facts/facts.js';
import { evidence } from '../../failures/evidence.fixture.js';
import { judge } from '../../failures/judge.js';
import { leadTimeOfChanges } from '../../metrics/change-lead-time.js';
import type { MergedChange } from '../../metrics/change-stages.js';
import { type CommitsOfRow, leadTimeOfCommits } from '../../metrics/commit-lead-time.js';
import { METRIC_NAMES, type MetricsNumbers, metricsOf } from '../../metrics/row.js';
import type { CommitLeadTimeDefinition, Definition } from '../definition.js';

// One week of an organisation, small enough to work by hand, and every definition's answer to it in
// the specs beside this file. `checkout` lives through the week of docs/metrics.md. `search` goes
// back from V3 to V1, patches V4 with a hotfix, and takes back what V6 brought.

/** Moments of Monday 2 to Sunday 8 March 2026, UTC, as `Tue 12:00`. */
const at = (moment: string): Instant => {
  const [day = '', time = ''] = moment.split(' ');
  const date = 2 + ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(day);
  return Date.parse(`2026-03-0${date}T${time}Z`);
};

const WEEK = { start: Date.UTC(2026, 2, 2), end: Date.UTC(2026, 2, 9) };

/** When the question is asked: the Tuesday after. */
const NOW = Date.UTC(2026, 2, 10);

const live = (
  service: string,
  id: string,
  sha: string,
  startedAt: string | undefined,
  finishedAt: string,
  stated: Partial<FinishedDeployment> = {},
) =>
  deployment({
    id,
    service,
    sha,
    startedAt: startedAt === undefined ? undefined : at(startedAt),
    finishedAt: at(finishedAt),
    ...stated,
  });

const DEPLOYMENTS = [
  live('checkout', 'd1', 'c0', 'Mon 11:40', 'Mon 12:00'),
  live('checkout', 'd2', 'c3', 'Tue 11:30', 'Tue 12:00'),
  live('checkout', 'd3', 'c4', 'Tue 13:50', 'Tue 14:00', { kind: 'hotfix', fixes: ['INC-7'] }),
  live('checkout', 'd4', 'c5', 'Thu 09:50', 'Thu 10:00', { status: 'failed' }),
  live('checkout', 'd5', 'c5', 'Thu 10:50', 'Thu 11:00', { status: 'cancelled' }),
  live('checkout', 'd6', 'c5', 'Fri 09:30', 'Fri 10:00'),
  live('search', 'e1', 'k1', 'Mon 08:50', 'Mon 09:00', { version: 'V1' }),
  live('search', 'e2', 'k2', 'Tue 08:50', 'Tue 09:00', { version: 'V2' }),
  // k3 was never heard of.
  live('search', 'e3', 'k3', 'Wed 08:50', 'Wed 09:00', { version: 'V3' }),
  live('search', 'e4', 'k1', 'Wed 09:55', 'Wed 10:00', { version: 'V1' }),
  live('search', 'e5', 'k4', 'Thu 08:50', 'Thu 09:00', { version: 'V4' }),
  live('search', 'e6', 'k5', undefined, 'Thu 11:00', { version: 'V5', kind: 'hotfix' }),
  live('search', 'e7', 'k6', 'Fri 08:50', 'Fri 09:00', { version: 'V6' }),
  live('search', 'e8', 'k7', 'Fri 14:59:40', 'Fri 15:00', { version: 'V7' }),
];

const INCIDENTS: readonly Incident[] = [
  incident({
    id: 'INC-7',
    services: ['checkout'],
    openedAt: at('Tue 12:30'),
    resolvedAt: at('Tue 15:00'),
    cause: { deploymentId: 'd2' },
  }),
  // 12 hours after e2.
  incident({
    id: 'INC-8',
    services: ['search'],
    openedAt: at('Tue 21:00'),
    resolvedAt: at('Wed 10:30'),
  }),
  // 30 hours after e8; over on Monday, after the week.
  incident({
    id: 'INC-9',
    services: ['search'],
    openedAt: at('Sat 21:00'),
    resolvedAt: Date.UTC(2026, 2, 9, 1),
  }),
  // Nobody knows which service, and it is still open.
  incident({ id: 'INC-10', openedAt: at('Thu 12:00') }),
  incident({
    id: 'INC-11',
    services: ['search'],
    openedAt: at('Fri 10:00'),
    resolvedAt: at('Fri 15:20:40'),
    cause: { sha: 'k6' },
  }),
];

interface ShippedCommit {
  readonly sha: string;
  readonly service: string;
  readonly authoredAt: Instant;
  readonly committedAt: Instant;
  readonly merge: boolean;
  readonly shippedBy: string | undefined;
}

const commit = (
  sha: string,
  shippedBy: string | undefined,
  authored: string,
  committed = authored,
  merge = false,
): ShippedCommit => ({
  sha,
  service: sha.startsWith('c') ? 'checkout' : 'search',
  authoredAt: at(authored),
  committedAt: at(committed),
  merge,
  shippedBy,
});

// The two commits of shop #2 were squashed into c5: they are nowhere, and wait for nothing.
const COMMITS = [
  commit('c0', 'd1', 'Mon 08:00'),
  commit('c1', 'd2', 'Mon 14:00', 'Tue 08:00'), // rebased on Tuesday
  commit('c2', 'd2', 'Tue 09:00'),
  commit('c3', 'd2', 'Tue 10:00', 'Tue 10:00', true), // merges c1 and c2
  commit('c4', 'd3', 'Tue 13:00'),
  commit('c5', 'd6', 'Wed 10:00'),
  commit('c6', undefined, 'Fri 09:00'),
  commit('k1', 'e1', 'Mon 08:00'),
  commit('k2', 'e2', 'Mon 21:00', 'Mon 21:00:30'),
  commit('k4', 'e5', 'Thu 03:00'),
  commit('k5', 'e6', 'Thu 10:30'),
  commit('k6', 'e7', 'Thu 19:00'),
  commit('k7', 'e8', 'Fri 14:20', 'Fri 14:59:30'), // reverts k6
  commit('k8', undefined, 'Sat 10:00'),
];

/** The first deployment of each service: since when what it brought was there is not known. */
const BASELINES = ['d1', 'e1'];

const deploymentOf = (id: string | undefined) => DEPLOYMENTS.find((one) => one.id === id);

const change = (
  repository: string,
  number: number,
  deploymentId: string | undefined,
  [firstCommit, opened, review, merged]: readonly [string, string, string | undefined, string],
): MergedChange => ({
  repository,
  number,
  service: repository === 'acme/shop' ? 'checkout' : 'search',
  environment: 'production',
  firstCommitAt: at(firstCommit),
  openedAt: at(opened),
  firstReviewAt: review === undefined ? undefined : at(review),
  mergedAt: at(merged),
  deploymentId,
  deploymentStartedAt: deploymentOf(deploymentId)?.startedAt,
  deploymentFinishedAt: deploymentOf(deploymentId)?.finishedAt,
  baseline: BASELINES.includes(deploymentId ?? ''),
});

const CHANGES = [
  // c1 and c2, by the merge commit c3
  change('acme/shop', 1, 'd2', ['Mon 14:00', 'Mon 16:00', 'Tue 08:00', 'Tue 10:00']),
  // two commits, squashed into c5
  change('acme/shop', 2, 'd6', ['Tue 15:00', 'Tue 16:00', undefined, 'Wed 10:00']),
  // k1
  change('acme/search', 1, 'e1', ['Mon 08:00', 'Mon 08:10', undefined, 'Mon 08:30']),
  // k6
  change('acme/search', 2, 'e7', ['Thu 19:00', 'Thu 20:00', 'Fri 08:00', 'Fri 08:30:20']),
  // k7: Revert "…"
  change('acme/search', 3, 'e8', ['Fri 14:20', 'Fri 14:30', undefined, 'Fri 14:59:30']),
  // k8, not shipped
  change('acme/search', 4, undefined, ['Sat 10:00', 'Sat 11:00', undefined, 'Sun 12:00']),
];

/** c4, k2, k4 and k5 went to production without a change. e6 does not say when it started. */
const DIRECT = [
  { waiting: 50 * 60, deploying: 10 * 60 },
  { waiting: 11 * 3600 + 49 * 60 + 30, deploying: 10 * 60 },
  { waiting: 5 * 3600 + 50 * 60, deploying: 10 * 60 },
  { waiting: 30 * 60, deploying: null },
];

/** What the store would say of the week’s commits. */
function commitsOfWeek({ from, withMerges }: CommitLeadTimeDefinition): CommitsOfRow {
  const startOf = (one: ShippedCommit) => (from === 'authored' ? one.authoredAt : one.committedAt);
  const isBaseline = ({ shippedBy }: ShippedCommit) => BASELINES.includes(shippedBy ?? '');
  const timed = COMMITS.filter((one) => !isBaseline(one) && (withMerges || !one.merge));
  const open = timed.filter(({ shippedBy }) => shippedBy === undefined);
  const leads = timed.flatMap((one) => {
    const shipper = deploymentOf(one.shippedBy);
    return shipper === undefined ? [] : shipper.finishedAt - startOf(one);
  });
  return {
    leads,
    leadsOfDeployments: [],
    mergeCommits: withMerges ? 0 : COMMITS.filter(({ merge }) => merge).length,
    baselineCommits: COMMITS.filter(isBaseline).length,
    waiting: open.length,
    ended: leads,
    open: open.map(startOf),
  };
}

/** The numbers of the week by a definition. */
export function weekBy(definition: Definition): MetricsNumbers {
  const { leadTime, quantile } = definition;
  const judgement = judge(
    evidence({
      deployments: DEPLOYMENTS,
      incidents: INCIDENTS,
      reverts: [
        { service: 'search', environment: 'production', revertedId: 'e7', revertingId: 'e8' },
      ],
      firstShipper: (service, _environment, sha) =>
        COMMITS.find((one) => one.service === service && one.sha === sha)?.shippedBy,
    }),
    definition,
  );
  const shipped = CHANGES.filter(({ deploymentId }) => deploymentId !== undefined);
  const ofChanges = { shipped, merged: CHANGES, waiting: CHANGES.length - shipped.length };
  return metricsOf(
    {
      judged: judgement.deployments,
      incidents: INCIDENTS,
      leadTime:
        leadTime.of === 'commits'
          ? leadTimeOfCommits(commitsOfWeek(leadTime), leadTime, NOW)
          : leadTimeOfChanges(ofChanges, leadTime, 'UTC', quantile, NOW),
      changes: shipped,
      direct: DIRECT,
    },
    WEEK,
    {
      definition,
      timezone: 'UTC',
      asOf: NOW,
      hasKnownCommit: (one) => COMMITS.some(({ sha }) => sha === one.deployment.sha),
      causedAt: (caused) => {
        const causes = judgement.links.filter(({ incident: linked }) => linked === caused);
        const finishes = causes.map(({ deployment: cause }) => cause.finishedAt);
        return finishes.length === 0 ? undefined : Math.min(...finishes);
      },
    },
    METRIC_NAMES,
  );
}

/**
 * The quantiles of a Kaplan–Meier estimate; the interval of its median is worked by hand in
 * statistics/kaplan-meier.spec.ts.
 */
export const kaplanMeier = (
  [ended, open]: readonly [number, number],
  [p50, p75, p90]: readonly [number | null, number | null, number | null],
) => ({ n: ended + open, ended, open, p50, p75, p90 });

/**
 * The stages of the week for every definition whose quantiles lie between neighbours; the durations
 * behind them are in dora.spec.ts. At 0.5, 0.75 and 0.9 of the way from the first to the last:
 *
 * - of 2 that is 1/2, 3/4 and 9/10 of the way between them;
 * - of 4: half way from the 2nd to the 3rd, a quarter and seven tenths from the 3rd to the 4th;
 * - of 7: the 4th, half way from the 5th to the 6th, four tenths from the 6th to the 7th;
 * - of 8: half way from the 4th to the 5th, a quarter from the 6th to the 7th, three tenths from
 *   the 7th to the 8th.
 */
export const STAGES_BETWEEN_NEIGHBOURS = {
  changes: 4,
  commitsWithoutChange: 4,
  // 600, 3600, 3600, 7200
  coding: { n: 4, p50: 3600, p75: 4500, p90: near(6120), mean: 3750 },
  // 43200, 57600
  pickup: { n: 2, p50: 50_400, p75: 54_000, p90: near(56_160), mean: 50_400 },
  // 1820, 7200
  review: { n: 2, p50: 4510, p75: 5855, p90: near(6662), mean: 4510 },
  // 10, 1180, 1800, 3000, 5400, 21000, 42570, 171000
  waiting: { n: 8, p50: 4200, p75: near(26_392.5), p90: near(81_099), mean: 30_745 },
  // 20, 600, 600, 600, 600, 1800, 1800
  deploying: { n: 7, p50: 600, p75: 1200, p90: 1800, mean: 860 },
  // 2400, 50400, 79200, 241200
  total: { n: 4, p50: 64_800, p75: 119_700, p90: near(192_600), mean: 93_300 },
};

/** A number that arithmetic with fractions makes. */
export function near(value: number, digits = 6): unknown {
  return expect.closeTo(value, digits);
}
