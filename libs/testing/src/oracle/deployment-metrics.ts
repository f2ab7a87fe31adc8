import { dateOnTheWall, oracleDays, oraclePeriods } from './calendar.js';
import { INFERRING } from './definitions.js';
import type { OracleJudgement } from './judgement.js';
import type { OracleQuestion } from './question.js';
import type { OracleRow } from './row-scope.js';
import { atPercent, expectation, share } from './statistics.js';
import type { World } from './world.js';

const WEEK = 7 * 24 * 60 * 60_000;

/** The deployments of a row, with what is held against them. */
export function judgedIn(row: OracleRow, judged: readonly OracleJudgement[]): OracleJudgement[] {
  return judged.filter(
    ({ deployment }) =>
      row.spans(deployment.finishedAt) && row.has(deployment, deployment.finishedAt),
  );
}

export function deploymentFrequency(
  inRow: readonly OracleJudgement[],
  { period }: OracleRow,
  { definition, timezone }: OracleQuestion,
  { commits }: World,
) {
  const times = inRow
    .map(({ deployment }) => deployment)
    .filter(({ status }) => status === 'succeeded')
    .filter(
      ({ sha }) => !definition.frequencyOfKnownCommits || commits.some((one) => one.sha === sha),
    )
    .map(({ finishedAt }) => finishedAt);
  const days = oracleDays(period, timezone);
  const { low, high } = expectation(times.length);
  const datesOf = (instants: readonly number[]) =>
    new Set(instants.map((at) => dateOnTheWall(at, timezone))).size;
  const around = { start: period.start - WEEK, end: period.end + WEEK };
  const daysOfWeeks = oraclePeriods(around, 'week', timezone)
    .filter(({ start, end }) => start >= period.start && end <= period.end)
    .map(({ start, end }) => datesOf(times.filter((at) => at >= start && at < end)));
  return {
    deployments: times.length,
    perDay: times.length / days,
    perDayLow: low / days,
    perDayHigh: high / days,
    daysWithDeployment: datesOf(times),
    medianDaysPerWeek: atPercent(daysOfWeeks, 50, 'index'),
    medianSecondsBetween: atPercent(
      times.slice(1).map((at, index) => (at - Number(times[index])) / 1000),
      50,
      'index',
    ),
  };
}

/** The deployments that the rate of failures is of. */
export function ratedOf(
  inRow: readonly OracleJudgement[],
  { definition }: OracleQuestion,
): OracleJudgement[] {
  return inRow
    .filter(({ deployment }) => definition.denominator.includes(deployment.status))
    .filter(({ isRollback }) => !definition.withoutRollbacks || !isRollback);
}

export function changeFailRate(
  inRow: readonly OracleJudgement[],
  row: OracleRow,
  question: OracleQuestion,
  { incidents }: World,
) {
  const rated = ratedOf(inRow, question);
  const failed = rated.filter((one) => one.failed);
  const counted = {
    failed: failed.length,
    incidents: incidents.filter((one) => row.spans(one.openedAt) && row.concerns(one)).length,
    incident_links: rated.flatMap(({ links }) => [
      ...new Set(links.flatMap(({ incident }) => incident ?? [])),
    ]).length,
  }[question.definition.numerator];
  const inferred = failed.filter(({ links }) =>
    links.every(({ rule }) => INFERRING.includes(rule)),
  );
  return {
    failed: counted,
    deployments: rated.length,
    ...share(counted, rated.length),
    inferred: question.definition.numerator === 'failed' ? inferred.length : 0,
  };
}

export function reworkRate(inRow: readonly OracleJudgement[], { definition }: OracleQuestion) {
  const signs = definition.rework;
  if (signs === null) return null;
  const deployments = inRow
    .map(({ deployment }) => deployment)
    .filter(({ status }) => definition.denominator.includes(status));
  const rework = deployments.filter(
    ({ unplanned, kind, fixes }) =>
      (signs.includes('unplanned') && unplanned === true) ||
      (signs.includes('kind') && kind !== 'deploy') ||
      (signs.includes('fixes') && fixes.length > 0),
  ).length;
  return { rework, deployments: deployments.length, ...share(rework, deployments.length) };
}
