import {
  type DirectCommit,
  groupBy,
  type Incident,
  isIn,
  type Judged,
  type LeadTimeParts,
  type MergedChange,
  type MetricName,
  type MetricsNumbers,
  metricsOf,
  type Period,
  type RowQuestion,
} from '@throughline/dora';
import type { Groups } from './groups.js';

/** What the rows of an answer are made of: what is asked for, in its window. */
export interface Material {
  readonly deployments: readonly Judged[];
  readonly incidents: readonly Incident[];
  readonly journeys: {
    leadTime(key: string, period: Period): LeadTimeParts;
    shippedIn(key: string, period: Period): readonly MergedChange[];
    directCommits(key: string, period: Period): readonly DirectCommit[];
  };
}

/** The numbers of one group in one period. */
export interface ComputedRow {
  readonly key: string;
  readonly period: Period;
  readonly leadTime: LeadTimeParts;
  /** Those that were asked for. */
  readonly numbers: Partial<MetricsNumbers>;
}

/** A row for each group and period, by group and then by time. */
export function assembleRows(
  keys: readonly string[],
  periods: readonly Period[],
  groups: Groups,
  { deployments, incidents, journeys }: Material,
  question: RowQuestion,
  metrics: readonly MetricName[],
): ComputedRow[] {
  const judgedOf = groupBy(deployments, ({ deployment }) =>
    groups.keyOf(deployment, deployment.finishedAt),
  );
  const incidentsOf = groups.incidentsByKey(incidents);
  return keys.flatMap((key) =>
    periods.map((period): ComputedRow => {
      const leadTime = journeys.leadTime(key, period);
      const material = {
        judged: (judgedOf.get(key) ?? []).filter(({ deployment }) =>
          isIn(period, deployment.finishedAt),
        ),
        incidents: incidentsOf.get(key) ?? [],
        leadTime,
        changes: journeys.shippedIn(key, period),
        direct: journeys.directCommits(key, period),
      };
      return { key, period, leadTime, numbers: metricsOf(material, period, question, metrics) };
    }),
  );
}
