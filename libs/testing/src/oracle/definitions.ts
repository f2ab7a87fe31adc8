import type { DeploymentEvent } from '@throughline/events';
import type { OracleQuantile, OracleRounding } from './statistics.js';

export type OracleRule = keyof typeof CONFIDENCE;

/** How sure each rule is, in hundredths. */
export const CONFIDENCE = {
  verdict: 100,
  status: 100,
  named_cause: 100,
  named_fix: 100,
  sha_match: 95,
  version_match: 90,
  rollback: 90,
  redeploy: 80,
  revert: 80,
  hotfix: 70,
  window: 50,
} as const;

const EVERY_RULE = Object.keys(CONFIDENCE) as readonly OracleRule[];

/** Rules by which nobody said of the deployment that it failed. */
export const INFERRING: readonly OracleRule[] = [
  'rollback',
  'redeploy',
  'revert',
  'hotfix',
  'window',
];

const HOUR = 3600;
const DAY = 24 * HOUR;

type Status = DeploymentEvent['status'];

/** One way to count, as a list of answers to what the ways differ in. */
export interface OracleDefinition {
  readonly quantile: OracleQuantile;
  /** Only deployments of a commit that is known are counted for frequency. */
  readonly frequencyOfKnownCommits: boolean;
  readonly leadTime: OracleLeadTime;
  readonly rules: readonly OracleRule[];
  /** In hundredths. */
  readonly minimumConfidence: number;
  /** How many seconds after a deployment an incident is held against it; null for however many. */
  readonly window: number | null;
  readonly windowOf: Readonly<Record<string, number>>;
  readonly rollbackBlames: 'first_after_target' | 'last_before_rollback';
  readonly anyEarlierRelease: boolean;
  readonly reaching: readonly Status[];
  readonly numerator: 'failed' | 'incidents' | 'incident_links';
  readonly denominator: readonly Status[];
  readonly withoutRollbacks: boolean;
  readonly recovery: OracleRecovery | null;
  readonly rework: readonly ('unplanned' | 'kind' | 'fixes')[] | null;
  readonly restore: {
    readonly by: 'opened' | 'resolved';
    readonly from: 'opened' | 'cause';
    readonly rounding: OracleRounding;
    readonly dailyMedians: boolean;
  };
}

export type OracleLeadTime = OracleCommitLeadTime | OracleChangeLeadTime;

export interface OracleCommitLeadTime {
  readonly of: 'commits';
  readonly from: 'authored' | 'committed';
  readonly withMerges: boolean;
  readonly wholeMinutesOnly: boolean;
  /** A deployment more than so many seconds after the one before it is a baseline. */
  readonly baselineAfter: number | null;
}

export interface OracleChangeLeadTime {
  readonly of: 'changes';
  readonly from: 'merged' | 'devlake_cycle';
  readonly withBaseline: boolean;
  readonly dailyMedians: boolean;
}

export interface OracleRecovery {
  readonly of: 'deployments' | 'incidents';
  readonly endedBy: readonly ('remedy' | 'incident_resolved')[];
  readonly endedInRow: boolean;
  readonly rounding: OracleRounding;
}

/** What the definitions are said to be by their documentation, written down a second time. */
export const ORACLE_DEFINITIONS = {
  dora: {
    quantile: 'index',
    frequencyOfKnownCommits: false,
    leadTime: {
      of: 'commits',
      from: 'authored',
      withMerges: false,
      wholeMinutesOnly: false,
      baselineAfter: null,
    },
    rules: EVERY_RULE,
    minimumConfidence: 50,
    window: 24 * HOUR,
    windowOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: false,
    reaching: ['succeeded', 'rolled_back'],
    numerator: 'failed',
    denominator: ['succeeded', 'failed', 'rolled_back'],
    withoutRollbacks: false,
    recovery: {
      of: 'deployments',
      endedBy: ['remedy', 'incident_resolved'],
      endedInRow: false,
      rounding: 'none',
    },
    rework: ['unplanned', 'kind', 'fixes'],
    restore: { by: 'opened', from: 'opened', rounding: 'none', dailyMedians: false },
  },
  // The newest successful deployment before an incident, however old; pull requests in whole minutes.
  devlake: {
    quantile: 'lower',
    frequencyOfKnownCommits: false,
    leadTime: { of: 'changes', from: 'devlake_cycle', withBaseline: false, dailyMedians: false },
    rules: ['window'],
    minimumConfidence: 0,
    window: null,
    windowOf: {},
    rollbackBlames: 'last_before_rollback',
    anyEarlierRelease: false,
    reaching: ['succeeded'],
    numerator: 'failed',
    denominator: ['succeeded'],
    withoutRollbacks: false,
    recovery: {
      of: 'incidents',
      endedBy: ['incident_resolved'],
      endedInRow: true,
      rounding: 'minutes_down',
    },
    rework: null,
    restore: { by: 'resolved', from: 'opened', rounding: 'none', dailyMedians: false },
  },
  // Nothing of incidents; what came back, was taken back or was followed by a hotfix.
  datadog: {
    quantile: 'continuous',
    frequencyOfKnownCommits: false,
    leadTime: {
      of: 'commits',
      from: 'authored',
      withMerges: false,
      wholeMinutesOnly: false,
      baselineAfter: 60 * DAY,
    },
    rules: ['verdict', 'named_fix', 'rollback', 'redeploy', 'revert', 'hotfix'],
    minimumConfidence: 0,
    window: 24 * HOUR,
    windowOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: true,
    reaching: ['succeeded', 'rolled_back'],
    numerator: 'failed',
    denominator: ['succeeded', 'rolled_back'],
    withoutRollbacks: false,
    recovery: { of: 'deployments', endedBy: ['remedy'], endedInRow: false, rounding: 'none' },
    rework: null,
    restore: { by: 'opened', from: 'opened', rounding: 'none', dailyMedians: false },
  },
  // Incidents over deployments, linked or not; medians of the medians of days.
  gitlab: {
    quantile: 'continuous',
    frequencyOfKnownCommits: false,
    leadTime: { of: 'changes', from: 'merged', withBaseline: true, dailyMedians: true },
    rules: [],
    minimumConfidence: 0,
    window: 24 * HOUR,
    windowOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: false,
    reaching: ['succeeded'],
    numerator: 'incidents',
    denominator: ['succeeded'],
    withoutRollbacks: false,
    recovery: null,
    rework: null,
    restore: { by: 'resolved', from: 'opened', rounding: 'none', dailyMedians: true },
  },
  // Commits with their merges in whole minutes; incidents by the commit they name, in whole hours.
  fourkeys: {
    quantile: 'continuous',
    frequencyOfKnownCommits: true,
    leadTime: {
      of: 'commits',
      from: 'committed',
      withMerges: true,
      wholeMinutesOnly: true,
      baselineAfter: null,
    },
    rules: ['sha_match'],
    minimumConfidence: 0,
    window: 24 * HOUR,
    windowOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: false,
    reaching: ['succeeded'],
    numerator: 'incident_links',
    denominator: ['succeeded'],
    withoutRollbacks: false,
    recovery: null,
    rework: null,
    restore: { by: 'opened', from: 'cause', rounding: 'hours_down', dailyMedians: false },
  },
} as const satisfies Record<string, OracleDefinition>;
