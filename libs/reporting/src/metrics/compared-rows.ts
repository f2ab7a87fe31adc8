import {
  casesOf,
  type ComparedRow,
  compareRows,
  daysIn,
  failureShare,
  medianEstimate,
  type MetricsNumbers,
  mixChange,
  type MixChange,
  reworkShare,
  type RowComparison,
  type Share,
} from '@throughline/dora';
import { formatInstant } from '@throughline/events';
import type { ComputedRow } from './assemble-rows.js';
import { NO_GROUP } from './groups.js';
import type { MetricsRow } from './metrics-row.js';

type Comparison = NonNullable<MetricsRow['comparison']>;

/** The members of a roll-up in two periods. */
export interface Members {
  readonly later: readonly ComputedRow[];
  readonly earlier: readonly ComputedRow[];
}

/**
 * How a row differs from the one before it.
 *
 * @param members what the two are made up of, to say how much of a change came from each
 */
export function comparisonOf(
  later: ComputedRow,
  earlier: ComputedRow,
  timezone: string,
  members: Members | undefined,
): Comparison {
  const compared: RowComparison = compareRows(
    comparable(later, timezone),
    comparable(earlier, timezone),
  );
  const parts = (share: (numbers: Partial<MetricsNumbers>) => Share) =>
    members === undefined ? {} : { members: partsOf(mixOf(members, share)) };
  return {
    start: formatInstant(earlier.period.start),
    end: formatInstant(earlier.period.end),
    ...compared,
    changeFailRate: compared.changeFailRate && {
      ...compared.changeFailRate,
      ...parts(failureShare),
    },
    reworkRate: compared.reworkRate && { ...compared.reworkRate, ...parts(reworkShare) },
  };
}

function comparable({ numbers, period, leadTime }: ComputedRow, timezone: string): ComparedRow {
  return {
    numbers,
    days: daysIn(period, timezone),
    leadTime: medianEstimate(leadTime.seconds, casesOf(leadTime)),
  };
}

function mixOf(
  { later, earlier }: Members,
  share: (numbers: Partial<MetricsNumbers>) => Share,
): MixChange | null {
  const before = new Map(earlier.map((row) => [row.key, row]));
  return mixChange(
    later.map((row) => {
      const same = before.get(row.key);
      return {
        name: row.key,
        later: share(row.numbers),
        earlier: same === undefined ? { k: 0, n: 0 } : share(same.numbers),
      };
    }),
  );
}

function partsOf(mix: MixChange | null) {
  return (mix?.members ?? []).map(({ name, rate, mix: own }) => ({
    name: name === NO_GROUP ? null : name,
    rate,
    mix: own,
  }));
}
