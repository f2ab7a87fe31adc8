import type { Instant } from '@throughline/events';
import { type FailureCount, type RatePrior, usualRate } from './baseline.js';
import { type CusumDesign, designCusum } from './bernoulli-cusum.js';
import { BASELINE_DAYS, type Calibration, calibrationAt } from './calibration.js';
import { byFinishAndId, type Outcome } from './outcome.js';

const DAY = 24 * 60 * 60 * 1000;
const DAYS_OF_YEAR = 365;

/** A service's rhythm is not read off less than a week. */
const FEWEST_DAYS = 7;

/** What a run of failures is held against: all of it known when the run began. */
export interface Learnt {
  /** Of the deployments that finished from `since` to `until`. */
  readonly counted: FailureCount;
  readonly since: Instant;
  readonly until: Instant;
  readonly prior: RatePrior;
  readonly design: CusumDesign;
  /** How many false alarms a year are to be expected of the design, at the service's deployments a day. */
  readonly falseAlarmsPerYear: number;
}

/** The outcomes of a service in an environment, and what was to be learnt from them at each. */
export class ServicePast {
  readonly outcomes: readonly Outcome[];
  /** The places in `outcomes` of those that failed. */
  readonly failures: readonly number[];
  private readonly learnt = new Map<number, Learnt>();
  private learnFrom: Instant = -Infinity;
  private acknowledgedUntil: Instant = -Infinity;

  /**
   * @param falseAlarmsPerYear how many are put up with
   */
  constructor(
    outcomes: readonly Outcome[],
    private readonly calibrations: readonly Calibration[],
    private readonly falseAlarmsPerYear: number,
  ) {
    this.outcomes = withoutDuplicates([...outcomes].sort(byFinishAndId));
    this.failures = this.outcomes.flatMap(({ failedAt }, index) =>
      failedAt === undefined ? [] : index,
    );
  }

  /** How many had finished by an instant. */
  finishedBy(instant: Instant): number {
    let [low, high] = [0, this.outcomes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.finishOf(middle) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  finishOf(index: number): Instant {
    return this.outcomes[index]?.finishedAt ?? Infinity;
  }

  /** Whether one was known to have failed. */
  hadFailed(index: number, now: Instant): boolean {
    return (this.outcomes[index]?.failedAt ?? Infinity) <= now;
  }

  /** How many of the first so many are of the past that counts. */
  seenOf(end: number): number {
    return end - this.finishedBy(this.learnFrom - 1);
  }

  /**
   * Somebody said that what there was from an instant to another is normal now. What was before it counts no
   * more; it counts itself, though it is new: it is just what was said to be normal.
   */
  forgetBefore(since: Instant, until: Instant): void {
    this.learnFrom = since;
    this.acknowledgedUntil = until;
  }

  /** What was to be learnt when one finished. */
  learntAt(index: number): Learnt {
    const known = this.learnt.get(index);
    if (known !== undefined) return known;
    const learnt = this.learn(this.finishOf(index));
    this.learnt.set(index, learnt);
    return learnt;
  }

  private learn(now: Instant): Learnt {
    const { prior } = calibrationAt(this.calibrations, now);
    const since = Math.max(now - BASELINE_DAYS.seen * DAY, this.learnFrom);
    const until = Math.max(now - BASELINE_DAYS.leftOut * DAY, this.acknowledgedUntil);
    const counted = this.count(since, until, now);
    const perDay = this.deploymentsPerDay(now);
    const wanted = (DAYS_OF_YEAR * perDay) / this.falseAlarmsPerYear;
    const design = designCusum(usualRate(counted, prior), wanted);
    const falseAlarmsPerYear = (DAYS_OF_YEAR * perDay) / design.runLength;
    return { counted, since, until, prior, design, falseAlarmsPerYear };
  }

  private count(since: Instant, until: Instant, now: Instant): FailureCount {
    const [from, end] = [this.finishedBy(since - 1), this.finishedBy(until)];
    const failed = this.failures.filter(
      (index) => index >= from && index < end && this.hadFailed(index, now),
    ).length;
    return { failed, deployments: Math.max(0, end - from) };
  }

  private deploymentsPerDay(now: Instant): number {
    const days = (now - this.finishOf(0)) / DAY;
    const window = Math.min(BASELINE_DAYS.seen, Math.max(FEWEST_DAYS, days));
    const since = now - window * DAY;
    return (this.finishedBy(now) - this.finishedBy(since - 1)) / window;
  }
}

function withoutDuplicates(sorted: readonly Outcome[]): readonly Outcome[] {
  return sorted.filter(({ id, finishedAt }, index) => {
    const before = sorted[index - 1];
    return before?.id !== id || before.finishedAt !== finishedAt;
  });
}
