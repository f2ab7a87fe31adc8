import type { Period } from '../calendar/periods.js';

/** Commits that began in one period and were shipped in another, or not in the window at all. */
export interface WaitingCommits {
  /** Start of the period in which they began; 0 for before the window. */
  readonly startedIn: number;
  /** Start of the period in which they were shipped; null for after the window, or never. */
  readonly shippedIn: number | null;
  readonly commits: number;
}

/** How many commits wait at the end of a period: begun in it or before, shipped after it or never. */
export function waitingAtEndOf(period: Period, waiting: readonly WaitingCommits[]): number {
  return waiting
    .filter(
      ({ startedIn, shippedIn }) =>
        startedIn <= period.start && (shippedIn === null || shippedIn > period.start),
    )
    .reduce((sum, { commits }) => sum + commits, 0);
}
