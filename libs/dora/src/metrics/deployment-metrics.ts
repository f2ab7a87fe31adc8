import { daysIn, localDate, type Period } from '../calendar/periods.js';
import type { Judged } from '../failures/judge.js';
import { quantile, type Spread, spread } from '../statistics/quantile.js';
import { type Rate, wilson } from '../statistics/wilson.js';

const MILLISECONDS = 1000;

export interface DeploymentFrequency {
  readonly deployments: number;
  readonly perDay: number;
  readonly daysWithDeployment: number;
  readonly medianSecondsBetween: number | null;
}

export interface ChangeFailRate extends Rate {
  readonly failed: number;
  readonly deployments: number;
}

export interface RecoveryTime extends Spread {
  readonly failed: number;
  readonly recovered: number;
  readonly open: number;
}

export interface ReworkRate extends Rate {
  readonly rework: number;
  readonly deployments: number;
}

/** Counts the successful deployments of a period, rollbacks and hotfixes included. */
export function deploymentFrequency(
  judged: readonly Judged[],
  period: Period,
  timezone: string,
): DeploymentFrequency {
  const times = judged
    .filter(({ deployment }) => deployment.status === 'succeeded')
    .map(({ deployment }) => deployment.finishedAt)
    .sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / MILLISECONDS);
  return {
    deployments: times.length,
    perDay: times.length / daysIn(period, timezone),
    daysWithDeployment: new Set(times.map((time) => localDate(time, timezone))).size,
    medianSecondsBetween: quantile(
      gaps.sort((a, b) => a - b),
      0.5,
    ),
  };
}

export function changeFailRate(judged: readonly Judged[]): ChangeFailRate {
  const rated = judged.filter(isRated);
  const failed = rated.filter((one) => one.failed).length;
  return { failed, deployments: rated.length, ...wilson(failed, rated.length) };
}

/** Seconds from a failed deployment's finish to its recovery. */
export function recoveryTime(judged: readonly Judged[]): RecoveryTime {
  const failed = judged.filter((one) => isRated(one) && one.failed);
  const seconds = failed.flatMap(({ deployment, recoveredAt }) =>
    recoveredAt === undefined ? [] : [(recoveredAt - deployment.finishedAt) / MILLISECONDS],
  );
  return {
    failed: failed.length,
    recovered: seconds.length,
    open: failed.length - seconds.length,
    ...spread(seconds),
  };
}

export function reworkRate(judged: readonly Judged[]): ReworkRate {
  const rated = judged.filter(isRated);
  const rework = rated.filter((one) => one.rework).length;
  return { rework, deployments: rated.length, ...wilson(rework, rated.length) };
}

/** A cancelled deployment reached nobody: it is neither a success nor a failure. */
function isRated({ deployment }: Judged): boolean {
  return deployment.status !== 'cancelled';
}
