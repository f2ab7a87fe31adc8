import type { Instant } from '@throughline/events';
import { isIn, type Period } from '../calendar/periods.js';
import type { Definition } from '../definitions/definition.js';
import type { Incident } from '../facts/facts.js';
import type { Judged } from '../failures/judge.js';
import { kaplanMeier, type KaplanMeier } from '../statistics/kaplan-meier.js';
import { type QuantileMethod, type Spread, spread } from '../statistics/quantile.js';
import { leftOut, whyNotFailed } from './change-fail-rate.js';
import { countOf, type Entry, secondsOf } from './entry.js';
import { rounded } from './rounded.js';

const MILLISECONDS = 1000;

export interface RecoveryTime extends Spread {
  readonly failed: number;
  readonly recovered: number;
  readonly open: number;
  /** With the open failures as censored observations: not over, for as long as they have lasted. */
  readonly kaplanMeier: KaplanMeier;
}

/** A failed deployment; for definitions that time incidents, with one that it caused. */
export interface Failure {
  readonly judged: Judged;
  readonly incident?: Incident;
}

/** Failures from the failed deployment's finish to their end. */
export function recoveryEntries(
  judged: readonly Judged[],
  { failure, recovery }: Definition,
  period: Period,
): Entry<Failure>[] {
  if (recovery === null) return [];
  const entryOf = (subject: Failure, endedAt: Instant | undefined): Entry<Failure> => {
    if (recovery.endedInRow && (endedAt === undefined || !isIn(period, endedAt))) {
      return { subject, rule: 'other_row', numerator: false, denominator: false };
    }
    if (endedAt === undefined) {
      return { subject, rule: 'open', numerator: false, denominator: true };
    }
    const seconds = (endedAt - subject.judged.deployment.finishedAt) / MILLISECONDS;
    return {
      subject,
      rule: 'recovered',
      numerator: true,
      denominator: true,
      seconds: rounded(seconds, recovery.rounding),
    };
  };
  return judged.flatMap((one): Entry<Failure>[] => {
    const left = leftOut(one, failure) ?? (one.failed ? undefined : whyNotFailed(one));
    if (left !== undefined) {
      return [{ subject: { judged: one }, rule: left, numerator: false, denominator: false }];
    }
    if (recovery.of === 'deployments') return [entryOf({ judged: one }, one.recoveredAt)];
    return one.failureReasons.flatMap(({ incident }) =>
      incident === undefined ? [] : entryOf({ judged: one, incident }, incident.resolvedAt),
    );
  });
}

/** @param asOf until when open failures are known to be open */
export function recoveryTime(
  entries: readonly Entry<Failure>[],
  asOf: Instant,
  method: QuantileMethod,
): RecoveryTime {
  const failed = countOf(entries, 'denominator');
  const recovered = countOf(entries, 'numerator');
  return {
    failed,
    recovered,
    open: failed - recovered,
    ...spread(secondsOf(entries), method),
    kaplanMeier: kaplanMeier(
      entries
        .filter(({ denominator }) => denominator)
        .map(({ seconds, subject }) => ({
          seconds:
            seconds ?? Math.max(0, asOf - subject.judged.deployment.finishedAt) / MILLISECONDS,
          ended: seconds !== undefined,
        })),
    ),
  };
}
