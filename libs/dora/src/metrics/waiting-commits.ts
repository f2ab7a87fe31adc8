import type { Period } from '../calendar/periods.js';

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
