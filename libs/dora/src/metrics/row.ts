import type { Instant } from '@throughline/events';
import { isIn, type Period } from '../calendar/periods.js';
import type { Definition } from '../definitions/definition.js';
import type { Incident } from '../facts/facts.js';
import type { Judged } from '../failures/judge.js';
import { changeFailEntries, type ChangeFailRate, changeFailRate } from './change-fail-rate.js';
import { type ChangeLeadTime, changeLeadTime, type LeadTimeParts } from './change-lead-time.js';
import type { MergedChange } from './change-stages.js';
import {
  type DeploymentFrequency,
  deploymentFrequency,
  frequencyEntries,
} from './deployment-frequency.js';
import { type RecoveryTime, recoveryEntries, recoveryTime } from './recovery-time.js';
import { type ReworkRate, reworkEntries, reworkRate } from './rework-rate.js';
import { type DirectCommit, type StageSpreads, stageSpreads } from './stage-spreads.js';
import { restoreEntries, type TimeToRestore, timeToRestore } from './time-to-restore.js';

/** What a row is made of. */
export interface RowMaterial {
  /** Deployments that finished in the row. */
  readonly judged: readonly Judged[];
  /** Incidents that concern the row's group, of any time. */
  readonly incidents: readonly Incident[];
  readonly leadTime: LeadTimeParts;
  /** Changes first shipped in the row. */
  readonly changes: readonly MergedChange[];
  /** Commits first shipped in the row that are part of no change. */
  readonly direct: readonly DirectCommit[];
}

/** The numbers of a row; null for a metric that the definition does not have. */
export interface MetricsNumbers {
  readonly deploymentFrequency: DeploymentFrequency;
  readonly changeLeadTime: ChangeLeadTime;
  readonly leadTimeStages: StageSpreads;
  readonly changeFailRate: ChangeFailRate;
  readonly recoveryTime: RecoveryTime | null;
  readonly reworkRate: ReworkRate | null;
  readonly timeToRestore: TimeToRestore;
}

/** What all rows of an answer share. */
export interface RowQuestion {
  readonly definition: Definition;
  readonly timezone: string;
  /** Until when what is open is known to be open. */
  readonly asOf: Instant;
  readonly hasKnownCommit: (one: Judged) => boolean;
  readonly causedAt: (incident: Incident) => Instant | undefined;
}

/** Computes a row. */
export function metricsOf(
  material: RowMaterial,
  period: Period,
  { definition, timezone, asOf, hasKnownCommit, causedAt }: RowQuestion,
): MetricsNumbers {
  const { judged } = material;
  const { quantile: method } = definition;
  return {
    deploymentFrequency: deploymentFrequency(
      frequencyEntries(judged, definition.deployments, hasKnownCommit),
      period,
      timezone,
    ),
    changeLeadTime: changeLeadTime(material.leadTime, method),
    leadTimeStages: stageSpreads(material.changes, material.direct, method),
    changeFailRate: changeFailRate(
      changeFailEntries(judged, openedIn(material.incidents, period), definition.failure),
    ),
    recoveryTime:
      definition.recovery === null
        ? null
        : recoveryTime(recoveryEntries(judged, definition, period), asOf, method),
    reworkRate: definition.rework === null ? null : reworkRate(reworkEntries(judged, definition)),
    timeToRestore: timeToRestore(
      restoreEntries(
        incidentsOfRow(material.incidents, period, definition),
        definition.restore,
        causedAt,
      ),
      asOf,
      definition,
      timezone,
    ),
  };
}

/** The incidents whose time to restore belongs to a row. */
export function incidentsOfRow(
  incidents: readonly Incident[],
  period: Period,
  { restore }: Definition,
): readonly Incident[] {
  return restore.by === 'opened'
    ? openedIn(incidents, period)
    : incidents.filter(({ resolvedAt }) => resolvedAt !== undefined && isIn(period, resolvedAt));
}

export function openedIn(incidents: readonly Incident[], period: Period): readonly Incident[] {
  return incidents.filter(({ openedAt }) => isIn(period, openedAt));
}
