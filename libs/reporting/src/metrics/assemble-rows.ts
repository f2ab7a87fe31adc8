import {
  changeFailRate,
  deploymentFrequency,
  groupBy,
  type Incident,
  type Judged,
  type Period,
  recoveryTime,
  reworkRate,
  timeToRestore,
  waitingAtEndOf,
  type WaitingCommits,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import type { readLeadTimes } from '@throughline/store';
import type { Groups } from './groups.js';
import type { MetricsRow } from './metrics-row.js';

type LeadTimeRow = Awaited<ReturnType<typeof readLeadTimes>>[number];

/** What the rows of an answer are made of: what is asked for, in its window. */
export interface Material {
  readonly deployments: readonly Judged[];
  readonly incidents: readonly Incident[];
  readonly leadTimes: readonly LeadTimeRow[];
  readonly waiting: readonly (WaitingCommits & { readonly group: string })[];
}

/** A row for each group and period. */
export function assembleRows(
  keys: readonly string[],
  periods: readonly Period[],
  timezone: string,
  groups: Groups,
  material: Material,
): MetricsRow[] {
  const deployments = groupBy(material.deployments, ({ deployment }) => groups.keyOf(deployment));
  const leadTimes = new Map(material.leadTimes.map((row) => [`${row.start} ${row.group}`, row]));
  const waiting = groupBy(material.waiting, ({ group }) => group);
  const incidents = groups.incidentsByKey(material.incidents);
  return keys.flatMap((key) =>
    periods.map((period): MetricsRow => {
      const judged = (deployments.get(key) ?? []).filter(({ deployment }) =>
        isIn(period, deployment.finishedAt),
      );
      return {
        group: groups.label(key),
        start: formatInstant(period.start),
        end: formatInstant(period.end),
        deploymentFrequency: deploymentFrequency(judged, period, timezone),
        changeLeadTime: {
          ...leadTime(leadTimes.get(`${period.start} ${key}`)),
          waiting: waitingAtEndOf(period, waiting.get(key) ?? []),
        },
        changeFailRate: changeFailRate(judged),
        recoveryTime: recoveryTime(judged),
        reworkRate: reworkRate(judged),
        timeToRestore: timeToRestore(
          (incidents.get(key) ?? []).filter(({ openedAt }) => isIn(period, openedAt)),
        ),
      };
    }),
  );
}

function leadTime(row: LeadTimeRow | undefined) {
  return {
    commits: row?.commits ?? 0,
    p50: row?.p50 ?? null,
    p75: row?.p75 ?? null,
    p90: row?.p90 ?? null,
    mean: row?.mean ?? null,
    baselineCommits: row?.baselineCommits ?? 0,
    mergeCommits: row?.mergeCommits ?? 0,
  };
}

/** Whether a moment lies in a period. */
export function isIn({ start, end }: Period, instant: number): boolean {
  return instant >= start && instant < end;
}
