import {
  begunEntries,
  type DirectCommit,
  groupBy,
  isIn,
  leadTimeOfChanges,
  leadTimeOfCommits,
  type LeadTimeParts,
  type MergedChange,
  type Period,
  type RowQuestion,
  waitingAtEndOf,
} from '@throughline/dora';
import type { Instant } from '@throughline/events';
import type { readCommitsOnTheirWay, readLeadTimesAndStages } from '@throughline/store';
import { type Groups, NO_GROUP } from './groups.js';
import type { Grouping } from './metrics-parameters.js';

const MILLISECONDS = 1000;

type RowOf<Query extends (...args: never[]) => Promise<readonly unknown[]>> = Awaited<
  ReturnType<Query>
>[number];

/** What the store knows of commits and changes on their way, for all rows of an answer. */
export interface Journeys {
  readonly leadTimes: readonly RowOf<typeof readLeadTimesAndStages>[];
  readonly onTheirWay: readonly RowOf<typeof readCommitsOnTheirWay>[];
  readonly changes: readonly MergedChange[];
}

/** Sorts journeys into rows. */
export class LeadTimeMaterial {
  private readonly leadTimes: ReadonlyMap<string, Journeys['leadTimes'][number]>;
  private readonly shippedChanges: ReadonlyMap<string, readonly MergedChange[]>;
  private readonly mergedChanges: ReadonlyMap<string, readonly MergedChange[]>;
  private readonly begun: ReadonlyMap<string, Journeys['onTheirWay']>;
  private readonly onTheirWay = new Map<Instant, ReadonlyMap<string, Journeys['onTheirWay']>>();

  constructor(
    private readonly journeys: Journeys,
    private readonly grouping: Grouping,
    private readonly groups: Groups,
    private readonly question: RowQuestion,
    private readonly dependsOnTeams: boolean,
  ) {
    this.leadTimes = byRow(journeys.leadTimes);
    this.shippedChanges = groupBy(journeys.changes, (change) =>
      change.deploymentFinishedAt === undefined
        ? undefined
        : this.keyOfChange(change, change.deploymentFinishedAt),
    );
    this.mergedChanges = groupBy(journeys.changes, (change) =>
      this.keyOfChange(change, change.mergedAt),
    );
    this.begun = groupBy(journeys.onTheirWay, (row) => this.keyBegun(row));
  }

  /** The groups that anything was shipped in in some periods, began in or waits in at their ends. */
  *keys(periods: readonly Period[]): Iterable<string> {
    const timesChanges = this.question.definition.leadTime.of === 'changes';
    for (const { group, direct } of this.journeys.leadTimes) {
      if (!timesChanges || direct.length > 0) yield group;
    }
    for (const period of periods) {
      if (timesChanges) yield* this.keysOfChanges(period);
      else yield* this.keysOfCommits(period);
    }
    for (const [key, changes] of this.shippedChanges) {
      if (
        changes.some(({ deploymentFinishedAt: at }) => periods.some((one) => isIn(one, at ?? -1)))
      ) {
        yield key;
      }
    }
  }

  leadTime(key: string, period: Period): LeadTimeParts {
    const { definition, timezone, asOf } = this.question;
    const { leadTime } = definition;
    if (leadTime.of === 'commits') {
      return leadTimeOfCommits(this.commitsOf(key, period), leadTime, asOf);
    }
    const changes = {
      shipped: this.shippedIn(key, period),
      waiting: this.waitingChanges(key, period).length,
      merged: this.changesMergedIn(key, period),
    };
    return leadTimeOfChanges(changes, leadTime, timezone, definition.quantile, asOf);
  }

  /** Changes first shipped in a row. */
  shippedIn(key: string, period: Period): readonly MergedChange[] {
    return (this.shippedChanges.get(key) ?? []).filter(
      ({ deploymentFinishedAt }) =>
        deploymentFinishedAt !== undefined && isIn(period, deploymentFinishedAt),
    );
  }

  directCommits(key: string, period: Period): readonly DirectCommit[] {
    const known = (milliseconds: number | null) =>
      milliseconds === null || milliseconds < 0 ? null : milliseconds / MILLISECONDS;
    return (this.leadTimes.get(rowKey(key, period.start))?.direct ?? []).map(
      ([waiting, deploying]) => ({ waiting: known(waiting), deploying: known(deploying) }),
    );
  }

  private commitsOf(key: string, period: Period) {
    const shipped = this.leadTimes.get(rowKey(key, period.start));
    const waiting = this.onTheirWayAt(period.end - 1).get(key) ?? [];
    const begun = begunIn(period, this.begun.get(key) ?? []);
    return {
      leads: shipped?.leads ?? [],
      leadsOfDeployments: shipped?.leadsOfDeployments ?? [],
      mergeCommits: shipped?.mergeCommits ?? 0,
      baselineCommits: shipped?.baselineCommits ?? 0,
      waiting: waitingAtEndOf(period, waiting),
      ended: begun.flatMap(({ ended }) => ended),
      open: begun.flatMap(({ open }) => open),
    };
  }

  private *keysOfCommits(period: Period): Iterable<string> {
    for (const [key, commits] of this.onTheirWayAt(period.end - 1)) {
      if (waitingAtEndOf(period, commits) > 0) yield key;
    }
    for (const [key, commits] of this.begun) {
      const begun = begunIn(period, commits);
      if (begun.some(({ ended, open }) => ended.length + open.length > 0)) yield key;
    }
  }

  private *keysOfChanges(period: Period): Iterable<string> {
    for (const change of this.journeys.changes) {
      if (!isWaiting(change, period)) continue;
      const key = this.keyOfChange(change, period.end - 1);
      if (key !== undefined) yield key;
    }
    const { definition, asOf } = this.question;
    if (definition.leadTime.of !== 'changes') return;
    for (const key of this.mergedChanges.keys()) {
      // A baseline may count for nothing, and is a row's only where it was shipped.
      const begun = begunEntries(this.changesMergedIn(key, period), definition.leadTime, asOf);
      if (begun.some(({ denominator }) => denominator)) yield key;
    }
  }

  /** Changes merged before the end of a row that were not shipped by then. */
  waitingChanges(key: string, period: Period): readonly MergedChange[] {
    return this.journeys.changes.filter(
      (change) => isWaiting(change, period) && this.keyOfChange(change, period.end - 1) === key,
    );
  }

  /** Changes merged in a row, whenever they were shipped. */
  changesMergedIn(key: string, period: Period): readonly MergedChange[] {
    return (this.mergedChanges.get(key) ?? []).filter(({ mergedAt }) => isIn(period, mergedAt));
  }

  private keyOfChange(change: MergedChange, at: Instant): string | undefined {
    return this.groups.isOfTeams(change.service, at) ? this.groups.keyOf(change, at) : undefined;
  }

  /** The rows of each group, as whose services they were at a moment. */
  private onTheirWayAt(at: Instant): ReadonlyMap<string, Journeys['onTheirWay']> {
    const moment = this.dependsOnTeams ? at : 0;
    const known = this.onTheirWay.get(moment);
    if (known !== undefined) return known;
    const rows = groupBy(this.journeys.onTheirWay, (row) => this.keyOnTheWay(row, at));
    this.onTheirWay.set(moment, rows);
    return rows;
  }

  private keyOnTheWay(
    { service, group }: Journeys['onTheirWay'][number],
    at: Instant,
  ): string | undefined {
    if (!this.groups.isOfTeams(service, at)) return undefined;
    if (this.grouping === 'service' || this.grouping === 'team') {
      return this.groups.keyOf({ service, environment: NO_GROUP }, at);
    }
    return group;
  }

  /** What began stays with the team that began it. */
  private keyBegun({
    service,
    group,
    begunTeam,
  }: Journeys['onTheirWay'][number]): string | undefined {
    if (!this.groups.asksForTeam(begunTeam)) return undefined;
    if (this.grouping === 'team') return begunTeam;
    return this.grouping === 'service' ? service : group;
  }
}

function begunIn({ start }: Period, commits: Journeys['onTheirWay']): Journeys['onTheirWay'] {
  return commits.filter(({ startedIn }) => startedIn === start);
}

/** Whether a change was merged by the end of a period, but not shipped. */
function isWaiting({ mergedAt, deploymentFinishedAt }: MergedChange, { end }: Period): boolean {
  return mergedAt < end && (deploymentFinishedAt === undefined || deploymentFinishedAt >= end);
}

/** Whether rows of commits on their way must tell services apart to be sorted into groups. */
export function needsServices(grouping: Grouping, everyTeam: boolean): boolean {
  return grouping === 'service' || grouping === 'team' || !everyTeam;
}

function byRow<Row extends { readonly group: string; readonly start: number }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [rowKey(row.group, row.start), row]));
}

function rowKey(group: string, start: Instant): string {
  return `${start} ${group}`;
}
