import type { IncidentEvent } from '@throughline/events';
import { dailyMedians } from './daily-medians.js';
import type { OracleDefinition, OracleRecovery } from './definitions.js';
import { ratedOf } from './deployment-metrics.js';
import type { OracleJudgement } from './judgement.js';
import { kaplanMeier, type Lasting } from './kaplan-meier.js';
import type { OracleQuestion } from './question.js';
import type { OracleRow } from './row-scope.js';
import { secondsOf, spread } from './statistics.js';
import type { World } from './world.js';

/** Something that was broken, and until when. */
interface Outage {
  readonly start: number;
  readonly end: number | undefined;
}

export function recoveryTime(
  inRow: readonly OracleJudgement[],
  row: OracleRow,
  question: OracleQuestion,
  world: World,
) {
  const { recovery, quantile } = question.definition;
  if (recovery === null) return null;
  const failed = ratedOf(inRow, question).filter((one) => one.failed);
  const outages = failed
    .flatMap((one) => outagesOf(one, recovery, world))
    .filter(({ end }) => !recovery.endedInRow || row.spans(end));
  const ended = outages.flatMap(({ start, end }) =>
    end === undefined ? [] : [secondsOf(end - start, recovery.rounding)],
  );
  return {
    failed: outages.length,
    recovered: ended.length,
    open: outages.length - ended.length,
    ...spread(ended, quantile),
    kaplanMeier: kaplanMeier([...lasted(ended), ...stillOpen(outages, question.now)]),
  };
}

/** Each incident that is blamed on it, or it once, until the first thing that ended it. */
function outagesOf(one: OracleJudgement, recovery: OracleRecovery, world: World): Outage[] {
  const start = one.deployment.finishedAt;
  const incidents = one.links.flatMap(({ incident }) => incident ?? []);
  if (recovery.of === 'incidents') {
    return incidents.map(({ resolvedAt }) => ({ start, end: resolvedAt }));
  }
  const fixingIncidents = world.deployments.filter(
    ({ environment, fixes }) =>
      environment === one.deployment.environment && incidents.some(({ id }) => fixes.includes(id)),
  );
  const remedies = [...one.links.flatMap(({ remedy }) => remedy ?? []), ...fixingIncidents]
    .filter((remedy) => remedy.status === 'succeeded' && remedy !== one.deployment)
    .map(({ finishedAt }) => finishedAt);
  const ends = [
    ...(recovery.endedBy.includes('remedy') ? remedies : []),
    ...(recovery.endedBy.includes('incident_resolved')
      ? incidents.map(({ resolvedAt }) => resolvedAt)
      : []),
  ].filter((end): end is number => end !== undefined && end >= start);
  return [{ start, end: ends.sort((a, b) => a - b)[0] }];
}

export function timeToRestore(
  judged: readonly OracleJudgement[],
  row: OracleRow,
  { definition, timezone, now }: OracleQuestion,
  world: World,
) {
  const { restore, quantile } = definition;
  const incidents = world.incidents.filter(
    (one) =>
      row.spans(restore.by === 'opened' ? one.openedAt : one.resolvedAt) && row.concerns(one),
  );
  const outages = incidents.map((incident) => ({
    incident,
    start: startOf(incident, judged, definition),
    end: incident.resolvedAt,
  }));
  const timed = outages.flatMap(({ incident, start, end }) => {
    // Resolved before it began: somebody's clock is wrong, so nobody knows how long it took.
    if (end === undefined || end < start) return [];
    const whose = [[...incident.services].sort(), incident.environment ?? null];
    return [{ seconds: secondsOf(end - start, restore.rounding), whose, at: end }];
  });
  const seconds = timed.map((one) => one.seconds);
  const open = outages.filter(({ end }) => end === undefined);
  return {
    incidents: incidents.length,
    resolved: incidents.length - open.length,
    open: open.length,
    ...spread(restore.dailyMedians ? dailyMedians(timed, timezone, quantile) : seconds, quantile),
    kaplanMeier: kaplanMeier([...lasted(seconds), ...stillOpen(open, now)]),
  };
}

/** When it opened, or when its cause was deployed if the clock starts there and that was earlier. */
function startOf(
  incident: IncidentEvent,
  judged: readonly OracleJudgement[],
  { restore }: OracleDefinition,
): number {
  const causes = judged.filter(({ links }) => links.some((link) => link.incident === incident));
  const starts = causes.map(({ deployment }) => deployment.finishedAt);
  return Math.min(incident.openedAt, ...(restore.from === 'cause' ? starts : []));
}

function lasted(seconds: readonly number[]): Lasting[] {
  return seconds.map((each) => ({ seconds: each, ended: true }));
}

function stillOpen(outages: readonly Outage[], now: number): Lasting[] {
  return outages
    .filter(({ end }) => end === undefined)
    .map(({ start }) => ({ seconds: Math.max(0, now - start) / 1000, ended: false }));
}
