import type { OracleCatalogue } from './catalogue.js';
import { dailyMedians } from './daily-medians.js';
import type { OracleChangeLeadTime } from './definitions.js';
import { kaplanMeier } from './kaplan-meier.js';
import type { Finished } from './places.js';
import type { OracleQuestion } from './question.js';
import type { OracleRow, Thing } from './row-scope.js';
import { spread } from './statistics.js';
import { firstWithChange, knownCommits, type MergedChange, type World } from './world.js';

const MINUTE = 60_000;

/** A merged change on its way to a place. */
export interface ChangeWay {
  readonly thing: Thing;
  readonly change: MergedChange;
  /** When the earliest of its commits that are known was written. */
  readonly firstCommitAt: number | undefined;
  /** What first brought it there. */
  readonly shipment: Finished | undefined;
  readonly isBaseline: boolean;
}

/** Every merged change and every place that its repository is shipped to. */
export function changeWays(
  world: World,
  catalogue: OracleCatalogue,
  { definition }: OracleQuestion,
): ChangeWay[] {
  return world.merged.flatMap((change) => {
    const { repository, commits, headSha, mergeSha } = change;
    const known = knownCommits(world, repository, [...commits, headSha, mergeSha]);
    const written = knownCommits(world, repository, [...commits, headSha]).map(
      ({ authoredAt }) => authoredAt,
    );
    return world.places
      .filter((place) => world.histories.isShippedTo(place, repository))
      .filter(
        ({ service }) =>
          known.length === 0 || known.some((commit) => catalogue.belongsTo(commit, service)),
      )
      .map(({ service, environment }) => {
        const shipment = firstWithChange(world, { service, environment }, change);
        return {
          thing: { service, environment, repository },
          change,
          firstCommitAt: written.sort((a, b) => a - b)[0],
          shipment,
          isBaseline:
            shipment !== undefined && world.histories.isBaseline(shipment, repository, definition),
        };
      });
  });
}

export function leadTimeOfChanges(
  ways: readonly ChangeWay[],
  row: OracleRow,
  { definition, timezone, now }: OracleQuestion,
  leadTime: OracleChangeLeadTime,
) {
  const secondsUntil = (way: ChangeWay, finishedAt: number) =>
    leadTime.from === 'merged'
      ? Math.max(0, finishedAt - way.change.mergedAt) / 1000
      : devlakeCycle(way, finishedAt) * 60;
  const isLeftOut = ({ isBaseline }: ChangeWay) => isBaseline && !leadTime.withBaseline;

  const shipped = ways.flatMap((way) => {
    const at = way.shipment?.finishedAt;
    return at !== undefined && row.spans(at) && row.has(way.thing, at) ? [{ ...way, at }] : [];
  });
  const timed = shipped
    .filter((way) => !isLeftOut(way))
    .map((way) => {
      const { service, environment } = way.thing;
      return { seconds: secondsUntil(way, way.at), whose: [service, environment], at: way.at };
    });
  const spreadOver = leadTime.dailyMedians
    ? dailyMedians(timed, timezone, definition.quantile)
    : timed.map(({ seconds }) => seconds);
  const waiting = ways.filter(
    ({ thing, change, shipment }) =>
      change.mergedAt < row.period.end &&
      (shipment?.finishedAt ?? Infinity) >= row.period.end &&
      row.has(thing, row.last),
  );
  const begun = ways.filter(
    (way) =>
      !isLeftOut(way) && row.spans(way.change.mergedAt) && row.has(way.thing, way.change.mergedAt),
  );
  return {
    unit: 'changes',
    commits: timed.length,
    ...spread(spreadOver, definition.quantile),
    baselineCommits: shipped.length - timed.length,
    mergeCommits: 0,
    waiting: waiting.length,
    kaplanMeier: kaplanMeier(
      begun.map((way) => ({
        seconds: secondsUntil(way, way.shipment?.finishedAt ?? now),
        ended: way.shipment !== undefined,
      })),
    ),
  };
}

/** Coding, until the merge, and deploying: minutes rounded up, nothing where unknown or negative. */
function devlakeCycle({ change, firstCommitAt }: ChangeWay, finishedAt: number): number {
  const { openedAt, mergedAt } = change;
  const parts = [
    firstCommitAt === undefined ? 0 : openedAt - firstCommitAt,
    mergedAt - openedAt,
    finishedAt - mergedAt,
  ];
  return parts.reduce((sum, part) => sum + Math.max(0, Math.ceil(part / MINUTE)), 0);
}
