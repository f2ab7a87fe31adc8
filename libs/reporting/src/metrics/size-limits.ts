import { type Interval, type Period, periodsOf } from '@throughline/dora';
import { invalidQuery } from '@throughline/service-kit';

// More than anybody reads: a slip in the parameters, and an answer of many megabytes.
const MOST_PERIODS = 4_000;
const MOST_ROWS = 40_000;

const DAY = 24 * 60 * 60 * 1000;

/** The usual length of a period, in days. */
const LENGTH: Readonly<Record<Interval, number>> = {
  none: Infinity,
  day: 1,
  week: 7,
  month: 365 / 12,
  quarter: 365 / 4,
};

/**
 * Cuts the window of a question into its periods.
 *
 * @throws ProblemError TL_INVALID_QUERY when there would be too many, before any is cut
 */
export function periodsAskedFor(
  window: Period,
  { interval, timezone }: { readonly interval: Interval; readonly timezone: string },
): readonly Period[] {
  const about = Math.ceil((window.end - window.start) / DAY / LENGTH[interval]);
  if (about <= MOST_PERIODS) return periodsOf(window, interval, timezone);
  throw invalidQuery([
    {
      path: 'interval',
      message: `cuts the window into about ${about} periods, more than ${MOST_PERIODS}: ask for a longer interval or a shorter window`,
    },
  ]);
}

/** @throws ProblemError TL_INVALID_QUERY when groups and periods make too many rows */
export function requireReadable(groups: number, periods: number): void {
  if (groups * periods <= MOST_ROWS) return;
  throw invalidQuery([
    {
      path: 'groupBy',
      message: `makes ${groups} groups of ${periods} periods, more than ${MOST_ROWS} rows: ask for a longer interval, a shorter window or fewer groups`,
    },
  ]);
}
