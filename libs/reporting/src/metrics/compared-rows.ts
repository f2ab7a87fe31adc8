import {
  casesOf,
  type ComparedRow,
  compareRows,
  daysIn,
  medianEstimate,
  mixChange,
  type MixChange,
  type RowComparison,
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
  const parts = (count: (row: ComputedRow) => Share) =>
    members === undefined ? {} : { members: partsOf(mixOf(members, count)) };
  return {
    start: formatInstant(earlier.period.start),
    end: formatInstant(earlier.period.end),
    ...compared,
    changeFailRate: { ...compared.changeFailRate, ...parts(failures) },
    reworkRate: compared.reworkRate && { ...compared.reworkRate, ...parts(rework) },
  };
}

function comparable({ numbers, period, leadTime }: ComputedRow, timezone: string): ComparedRow {
  return {
    numbers,
    days: daysIn(period, timezone),
    leadTime: medianEstimate(leadTime.seconds, casesOf(leadTime)),
  };
}

interface Share {
  readonly k: number;
  readonly n: number;
}

function failures({ numbers }: ComputedRow): Share {
  return { k: numbers.changeFailRate.failed, n: numbers.changeFailRate.deployments };
}

function rework({ numbers }: ComputedRow): Share {
  return { k: numbers.reworkRate?.rework ?? 0, n: numbers.reworkRate?.deployments ?? 0 };
}

function mixOf({ later, earlier }: Members, share: (row: ComputedRow) => Share): MixChange | null {
  const before = new Map(earlier.map((row) => [row.key, row]));
  return mixChange(
    later.map((row) => {
      const same = before.get(row.key);
      return {
        name: row.key,
        later: share(row),
        earlier: same === undefined ? { k: 0, n: 0 } : share(same),
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
