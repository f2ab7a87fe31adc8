import type { DeploymentStatus } from '@throughline/events';
import type { RollbackBlames } from '../failures/going-back.js';
import type { FailureRule } from '../failures/failure-rules.js';
import type { QuantileMethod } from '../statistics/quantile.js';

/**
 * How the metrics are computed, as data: the same facts and links under another definition give
 * another answer, at once. What a definition does not know (a rework rate, say) is null, and so are
 * its numbers.
 */
export interface Definition {
  readonly id: string;
  /** Changes whenever an answer could. */
  readonly version: string;
  readonly title: string;
  /** Where it is laid down. */
  readonly sources: readonly string[];
  /** Each metric in words that a person can check. */
  readonly metrics: Readonly<Record<string, string>>;
  /** Which quantile is meant by p50, p75 and p90. */
  readonly quantile: QuantileMethod;
  readonly deployments: DeploymentsDefinition;
  readonly leadTime: LeadTimeDefinition;
  readonly failure: FailureDefinition;
  readonly recovery: RecoveryDefinition | null;
  readonly rework: ReworkDefinition | null;
  readonly restore: RestoreDefinition;
}

/** Which deployments are counted for frequency. */
export interface DeploymentsDefinition {
  /** Only those whose commit is known: others cannot be joined with what they brought. */
  readonly withKnownCommit: boolean;
}

/** What is timed, and from when. It ends when the deployment that brought it had finished. */
export type LeadTimeDefinition = CommitLeadTimeDefinition | ChangeLeadTimeDefinition;

export interface CommitLeadTimeDefinition {
  readonly of: 'commits';
  readonly from: 'authored' | 'committed';
  /** Merge commits carry a lead time like any other; else they are counted apart. */
  readonly withMerges: boolean;
  /** In whole minutes, rounded down, and what then took none is left out. */
  readonly wholeMinutesOnly: boolean;
  /**
   * A deployment this long after the one before it is a baseline too: what it brought may have been
   * there all along. null: only the first ever is one.
   */
  readonly baselineAfterSeconds: number | null;
}

export interface ChangeLeadTimeDefinition {
  readonly of: 'changes';
  /**
   * When the clock starts: with the merge (and what was merged after it was deployed took no
   * time), or with DevLake's cycle: {@link devlakeStages}.
   */
  readonly from: 'merged' | 'devlake_cycle';
  /** Changes that came with the first deployment ever seen of a service are timed too. */
  readonly withBaseline: boolean;
  readonly aggregate: Aggregate;
}

/** What the spread is taken of: of everything, or of the medians of each place and local day. */
export type Aggregate = 'all' | 'daily_medians';

/** Down to whole units of time, as some tools cut their durations. */
export type Rounding = 'none' | 'minutes_down' | 'hours_down';

/** What makes a deployment a failure, and the rate of it. */
export interface FailureDefinition {
  /** The rules that are believed. */
  readonly rules: readonly FailureRule[];
  /** From 0 to 1: of the rules those that are at least as sure. */
  readonly minimumConfidence: number;
  /** For the rule `window`: how many seconds after a deployment; null for however long. */
  readonly windowSeconds: number | null;
  /** The same for single services, by name. */
  readonly windowSecondsOf: Readonly<Record<string, number>>;
  readonly rollbackBlames: RollbackBlames;
  /**
   * For the rule `redeploy`: any earlier release that comes back went back (of A, B, A, B the
   * second B too); else only one that is older than the one it replaces.
   */
  readonly anyEarlierRelease: boolean;
  /** The statuses of a deployment that its users got to see. */
  readonly reaching: readonly DeploymentStatus[];
  /**
   * What is counted above the line: failed deployments; every incident that opened, whatever it is
   * linked to; or every link of an incident to a deployment.
   */
  readonly numerator: 'failed_deployments' | 'incidents' | 'incident_links';
  /** The statuses of the deployments below the line. */
  readonly denominator: readonly DeploymentStatus[];
  /** Deployments that went back to an older release are in neither. */
  readonly withoutRollbacks: boolean;
}

/** What ends a failure. */
export interface RecoveryDefinition {
  /** What is timed: each failed deployment once, or each incident linked to one. */
  readonly of: 'deployments' | 'incidents';
  readonly endedBy: readonly RecoveryEnd[];
  /** Only what ended in the row that it began in is timed, and what is open is not shown. */
  readonly endedInRow: boolean;
  readonly rounding: Rounding;
}

export type RecoveryEnd = 'remedy' | 'incident_resolved';

/** What makes a deployment rework. */
export interface ReworkDefinition {
  readonly signs: readonly ReworkSign[];
}

export type ReworkSign = 'unplanned' | 'kind' | 'names_fix';

export interface RestoreDefinition {
  /** Which incidents a row has: those opened in it, or those resolved in it. */
  readonly by: 'opened' | 'resolved';
  /** When the clock starts: as the incident opened, or with the cause that is linked to it if that is earlier. */
  readonly from: 'opened' | 'cause';
  readonly rounding: Rounding;
  readonly aggregate: Aggregate;
}
