import type { Period } from '../calendar/periods.js';
import type { Spread } from '../statistics/quantile.js';

/** Seconds from the authoring of commits to their first shipment, for what a period shipped. */
export interface ChangeLeadTime extends Spread {
  readonly commits: number;
  readonly baselineCommits: number;
  readonly mergeCommits: number;
  /** Commits that no deployment had shipped by the end of the period. */
  readonly waiting: number;
}

/** Commits authored in one period and shipped in another, or not in the window at all. */
export interface WaitingCommits {
  /** Start of the period in which they were authored; 0 for before the window. */
  readonly authoredIn: number;
  /** Start of the period in which they were shipped; null for after the window, or never. */
  readonly shippedIn: number | null;
  readonly commits: number;
}

/** How many commits wait at the end of a period: authored in it or before, shipped after it or never. */
export function waitingAtEndOf(period: Period, waiting: readonly WaitingCommits[]): number {
  return waiting
    .filter(
      ({ authoredIn, shippedIn }) =>
        authoredIn <= period.start && (shippedIn === null || shippedIn > period.start),
    )
    .reduce((sum, { commits }) => sum + commits, 0);
}
