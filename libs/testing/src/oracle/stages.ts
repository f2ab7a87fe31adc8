import type { ChangeWay } from './change-lead-time.js';
import type { CommitWay } from './commit-lead-time.js';
import type { OracleQuestion } from './question.js';
import type { OracleRow } from './row-scope.js';
import { spread } from './statistics.js';
import type { World } from './world.js';

/** Where the time went: of changes every stage, of commits without one the end of the way. */
export function leadTimeStages(
  changes: readonly ChangeWay[],
  commits: readonly CommitWay[],
  row: OracleRow,
  { definition }: OracleQuestion,
  world: World,
) {
  const isNew = ({ thing, shipment, isBaseline }: ChangeWay | CommitWay) =>
    shipment !== undefined &&
    !isBaseline &&
    row.spans(shipment.finishedAt) &&
    row.has(thing, shipment.finishedAt);
  const reviewed = changes.filter(isNew);
  const direct = commits.filter((way) => isNew(way) && !way.isMerge && !isOfChange(way, world));
  const spans = [...reviewed.map(stagesOfChange), ...direct.map(stagesOfCommit)];
  const stage = (name: keyof ReturnType<typeof stagesOfChange>) => {
    const seconds = spans.flatMap((span) => between(span[name]));
    return { n: seconds.length, ...spread(seconds, definition.quantile) };
  };
  return {
    changes: reviewed.length,
    commitsWithoutChange: direct.length,
    coding: stage('coding'),
    pickup: stage('pickup'),
    review: stage('review'),
    waiting: stage('waiting'),
    deploying: stage('deploying'),
    total: stage('total'),
  };
}

type Span = readonly [from: number | undefined, to: number | undefined];
const UNKNOWN: Span = [undefined, undefined];

function stagesOfChange({ change, firstCommitAt, shipment }: ChangeWay) {
  const { openedAt, firstReviewAt, mergedAt } = change;
  return {
    coding: [firstCommitAt, openedAt] as Span,
    pickup: [openedAt, firstReviewAt] as Span,
    review: [firstReviewAt, mergedAt] as Span,
    waiting: [mergedAt, shipment?.startedAt ?? shipment?.finishedAt] as Span,
    deploying: [shipment?.startedAt, shipment?.finishedAt] as Span,
    total: [firstCommitAt, shipment?.finishedAt] as Span,
  };
}

function stagesOfCommit({ commit, shipment }: CommitWay) {
  const made = commit.committedAt ?? commit.authoredAt;
  return {
    coding: UNKNOWN,
    pickup: UNKNOWN,
    review: UNKNOWN,
    waiting: [made, shipment?.startedAt ?? shipment?.finishedAt] as Span,
    deploying: [shipment?.startedAt, shipment?.finishedAt] as Span,
    total: UNKNOWN,
  };
}

/** Seconds, if both ends are known and in order. */
function between([from, to]: Span): number[] {
  return from === undefined || to === undefined || to < from ? [] : [(to - from) / 1000];
}

/** Of a merged change, or a copy of a commit of one: rebasing keeps who wrote it and when. */
function isOfChange({ commit }: CommitWay, { commits, merged }: World): boolean {
  const copies = commits.filter(
    (one) =>
      one.repository === commit.repository &&
      one.authoredAt === commit.authoredAt &&
      one.author === commit.author,
  );
  const shas = [commit.sha, ...copies.map(({ sha }) => sha)];
  return merged.some(
    (change) =>
      change.repository === commit.repository &&
      [...change.commits, change.headSha, change.mergeSha].some(
        (sha) => sha !== undefined && shas.includes(sha),
      ),
  );
}
