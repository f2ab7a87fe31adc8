import type { DeploymentsDefinition } from '../definitions/definition.js';
import { localDatesIn } from '../calendar/local-dates.js';
import { daysIn, type Period, wholeWeeksIn } from '../calendar/periods.js';
import type { Judged } from '../failures/judge.js';
import { poissonInterval } from '../statistics/poisson.js';
import { quantile } from '../statistics/quantile.js';
import type { Entry } from './entry.js';

const MILLISECONDS = 1000;

export interface DeploymentFrequency {
  readonly deployments: number;
  readonly perDay: number;
  /** The exact Poisson interval of `perDay`, 95 %. */
  readonly perDayLow: number;
  readonly perDayHigh: number;
  readonly daysWithDeployment: number;
  /** Of the whole ISO weeks of the row, the median number of days with a deployment. */
  readonly medianDaysPerWeek: number | null;
  readonly medianSecondsBetween: number | null;
}

/** Successful deployments count, rollbacks and hotfixes included. */
export function frequencyEntries(
  judged: readonly Judged[],
  { withKnownCommit }: DeploymentsDefinition,
  hasKnownCommit: (one: Judged) => boolean,
): Entry<Judged>[] {
  return judged.map((subject) => {
    const rule =
      subject.deployment.status !== 'succeeded'
        ? 'not_successful'
        : withKnownCommit && !hasKnownCommit(subject)
          ? 'unknown_commit'
          : 'succeeded';
    const counts = rule === 'succeeded';
    return { subject, rule, numerator: counts, denominator: counts };
  });
}

export function deploymentFrequency(
  entries: readonly Entry<Judged>[],
  period: Period,
  timezone: string,
): DeploymentFrequency {
  const times = entries
    .filter(({ numerator }) => numerator)
    .map(({ subject }) => subject.deployment.finishedAt)
    .sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / MILLISECONDS);
  const days = daysIn(period, timezone);
  const { low, high } = poissonInterval(times.length);
  const dates = new Set(times.map(localDatesIn(period, timezone)));
  return {
    deployments: times.length,
    perDay: times.length / days,
    perDayLow: low / days,
    perDayHigh: high / days,
    daysWithDeployment: dates.size,
    medianDaysPerWeek: medianDaysPerWeek(dates, wholeWeeksIn(period, timezone)),
    medianSecondsBetween: quantile(
      gaps.sort((a, b) => a - b),
      0.5,
    ),
  };
}

function medianDaysPerWeek(
  dates: ReadonlySet<string>,
  weeks: readonly (readonly string[])[],
): number | null {
  const counts = weeks.map((week) => week.filter((date) => dates.has(date)).length);
  return quantile(
    counts.sort((a, b) => a - b),
    0.5,
  );
}
