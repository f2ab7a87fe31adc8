import type { Instant } from '@throughline/events';
import { fleetPrior, type FailureCount, type RatePrior, USUAL_PRIOR } from './baseline.js';
import { type LabelMaturity, labelMaturity } from './label-maturity.js';
import type { Outcome } from './outcome.js';

const DAY = 24 * 60 * 60 * 1000;

/** What is learnt, and what is too new to learn from: an excursion must not raise what it is held against. */
export const BASELINE_DAYS = { seen: 90, leftOut: 7 } as const;

/** What a fleet tells about each of its services, in force from an instant until that of the next. */
export interface Calibration {
  readonly since: Instant;
  readonly prior: RatePrior;
  readonly maturity: LabelMaturity;
}

/** In force before the first calibration. */
export const USUAL_CALIBRATION: Calibration = {
  since: -Infinity,
  prior: USUAL_PRIOR,
  maturity: labelMaturity([]),
};

/**
 * Learns from a fleet what was known at an instant, and nothing that became known after it: so that whoever
 * works out the past again finds what was found then.
 *
 * @param services the outcomes of each
 */
export function calibrate(services: Iterable<readonly Outcome[]>, since: Instant): Calibration {
  const counts: FailureCount[] = [];
  const delays: number[] = [];
  for (const outcomes of services) {
    const seen = outcomes.filter(({ finishedAt }) => isLearntFrom(finishedAt, since));
    const failures = seen.filter(({ failedAt = Infinity }) => failedAt <= since);
    counts.push({ failed: failures.length, deployments: seen.length });
    for (const { finishedAt, failedAt = Infinity } of failures) delays.push(failedAt - finishedAt);
  }
  return { since, prior: fleetPrior(counts), maturity: labelMaturity(delays) };
}

function isLearntFrom(finishedAt: Instant, now: Instant): boolean {
  const age = now - finishedAt;
  return age >= BASELINE_DAYS.leftOut * DAY && age <= BASELINE_DAYS.seen * DAY;
}

/** The last of those that had begun. */
export function calibrationAt(calibrations: readonly Calibration[], instant: Instant): Calibration {
  return calibrations.reduce(
    (latest, one) => (one.since <= instant && one.since >= latest.since ? one : latest),
    USUAL_CALIBRATION,
  );
}
