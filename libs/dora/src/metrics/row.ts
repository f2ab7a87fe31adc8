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

export type MetricName = keyof MetricsNumbers;

type Compute<Name extends MetricName> = (
  material: RowMaterial,
  period: Period,
  question: RowQuestion,
) => MetricsNumbers[Name];

/** How each metric comes from the material of a row. */
const COMPUTE: { readonly [Name in MetricName]: Compute<Name> } = {
  deploymentFrequency: ({ judged }, period, { definition, timezone, hasKnownCommit }) =>
    deploymentFrequency(
      frequencyEntries(judged, definition.deployments, hasKnownCommit),
      period,
      timezone,
    ),
  changeLeadTime: ({ leadTime }, _period, { definition }) =>
    changeLeadTime(leadTime, definition.quantile),
  leadTimeStages: ({ changes, direct }, _period, { definition }) =>
    stageSpreads(changes, direct, definition.quantile),
  changeFailRate: ({ judged, incidents }, period, { definition }) =>
    changeFailRate(changeFailEntries(judged, openedIn(incidents, period), definition.failure)),
  recoveryTime: ({ judged }, period, { definition, asOf }) =>
    definition.recovery === null
      ? null
      : recoveryTime(recoveryEntries(judged, definition, period), asOf, definition.quantile),
  reworkRate: ({ judged }, _period, { definition }) =>
    definition.rework === null ? null : reworkRate(reworkEntries(judged, definition)),
  timeToRestore: ({ incidents }, period, { definition, asOf, timezone, causedAt }) =>
    timeToRestore(
      restoreEntries(incidentsOfRow(incidents, period, definition), definition.restore, causedAt),
      asOf,
      definition,
      timezone,
    ),
};

/** The metrics, in the order of a row. */
export const METRIC_NAMES = Object.keys(COMPUTE) as readonly MetricName[];

/** Computes those metrics of a row that are asked for. */
export function metricsOf<Name extends MetricName>(
  material: RowMaterial,
  period: Period,
  question: RowQuestion,
  names: readonly Name[],
): Pick<MetricsNumbers, Name> {
  const numbers = names.map((name) => [name, COMPUTE[name](material, period, question)] as const);
  return Object.fromEntries(numbers) as Pick<MetricsNumbers, Name>;
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
