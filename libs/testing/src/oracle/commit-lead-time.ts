import type { CommitEvent } from '@throughline/events';
import type { OracleCatalogue } from './catalogue.js';
import type { OracleCommitLeadTime } from './definitions.js';
import { kaplanMeier } from './kaplan-meier.js';
import type { Finished } from './places.js';
import type { OracleQuestion } from './question.js';
import type { OracleRow, Thing } from './row-scope.js';
import { secondsOf, spread } from './statistics.js';
import type { World } from './world.js';

/** A commit on its way to a place. */
export interface CommitWay {
  readonly thing: Thing;
  readonly commit: CommitEvent;
  readonly isMerge: boolean;
  /** What first brought it there. */
  readonly shipment: Finished | undefined;
  readonly isBaseline: boolean;
  /** It will never be brought anywhere: other commits have its content, or nobody wants it. */
  readonly isSuperseded: boolean;
}

/** Every known commit and every place that its repository is shipped to. */
export function commitWays(
  world: World,
  catalogue: OracleCatalogue,
  { definition }: OracleQuestion,
): CommitWay[] {
  const { histories } = world;
  return world.commits.flatMap((commit) =>
    world.places
      .filter((place) => histories.isShippedTo(place, commit.repository))
      .filter((place) => catalogue.belongsTo(commit, place.service))
      .map(({ service, environment }) => {
        const thing = { service, environment, repository: commit.repository };
        const shipment = histories.first(thing, commit.repository, commit.sha);
        return {
          thing,
          commit,
          isMerge: commit.parents.length > 1,
          shipment,
          isBaseline:
            shipment !== undefined && histories.isBaseline(shipment, commit.repository, definition),
          isSuperseded: isSuperseded(commit, world),
        };
      }),
  );
}

/** Squashed or rebased into others, or only ever in changes that were closed without a merge. */
function isSuperseded({ repository, sha }: CommitEvent, { changes, commits }: World): boolean {
  const listing = changes.filter(
    (change) => change.repository === repository && change.commits.includes(sha),
  );
  const isRewritten = listing.some(({ mergedAt, mergeSha, commits: listed }) => {
    const merge = commits.find((one) => one.repository === repository && one.sha === mergeSha);
    return (
      mergedAt !== undefined &&
      merge !== undefined &&
      merge.parents.length < 2 &&
      !listed.includes(merge.sha)
    );
  });
  const isAbandoned =
    listing.length > 0 &&
    listing.every(({ mergedAt, closedAt }) => mergedAt === undefined && closedAt !== undefined);
  return isRewritten || isAbandoned;
}

export function leadTimeOfCommits(
  ways: readonly CommitWay[],
  row: OracleRow,
  { definition, now }: OracleQuestion,
  leadTime: OracleCommitLeadTime,
) {
  const startOf = ({ commit }: CommitWay) =>
    leadTime.from === 'authored' ? commit.authoredAt : (commit.committedAt ?? commit.authoredAt);
  const isLeftOut = ({ isMerge }: CommitWay) => isMerge && !leadTime.withMerges;

  const shipped = ways.flatMap((way) => {
    const at = way.shipment?.finishedAt;
    return at !== undefined && row.spans(at) && row.has(way.thing, at) ? [{ ...way, at }] : [];
  });
  const fresh = shipped.filter(({ isBaseline }) => !isBaseline);
  const timed = fresh
    .filter((way) => !isLeftOut(way))
    .map((way) =>
      secondsOf(way.at - startOf(way), leadTime.wholeMinutesOnly ? 'minutes_down' : 'none'),
    )
    .filter((seconds) => !leadTime.wholeMinutesOnly || seconds >= 60);

  const waiting = ways.filter(
    (way) =>
      !isLeftOut(way) &&
      !way.isSuperseded &&
      startOf(way) < row.period.end &&
      (way.shipment?.finishedAt ?? Infinity) >= row.period.end &&
      row.has(way.thing, row.last),
  );
  const begun = ways.filter(
    (way) =>
      !isLeftOut(way) &&
      !(way.isSuperseded && way.shipment === undefined) &&
      !way.isBaseline &&
      row.spans(startOf(way)) &&
      row.has(way.thing, startOf(way)),
  );
  return {
    unit: 'commits',
    commits: timed.length,
    ...spread(timed, definition.quantile),
    baselineCommits: shipped.length - fresh.length,
    mergeCommits: fresh.filter(isLeftOut).length,
    waiting: waiting.length,
    kaplanMeier: kaplanMeier(
      begun.map((way) => {
        const seconds = ((way.shipment?.finishedAt ?? now) - startOf(way)) / 1000;
        const ended = way.shipment !== undefined;
        return { seconds: ended ? seconds : Math.max(0, seconds), ended };
      }),
    ),
  };
}
