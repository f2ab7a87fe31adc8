/**
 * What may be said of a later value beside an earlier one. `no_clear_change`: the interval of the change
 * holds "none", so chance alone explains it. `too_little_data`: it would hold "none" almost whatever happened.
 */
export type ComparisonVerdict = 'higher' | 'lower' | 'no_clear_change' | 'too_little_data';

/** A later value beside an earlier one. A change without a 95 % interval that leaves out "none" is not one. */
export interface Comparison {
  readonly verdict: ComparisonVerdict;
  /** What `change`, `low` and `high` are: later − earlier, or later ÷ earlier. */
  readonly measure: 'difference' | 'ratio';
  /** null where one of the two is not known, or the earlier of a ratio is 0. */
  readonly change: number | null;
  /** The 95 % interval of the change. An end that nothing bounds is null. */
  readonly low: number | null;
  readonly high: number | null;
}

/** From fewer than this many cases no rate and no median is compared. */
export const ENOUGH_CASES = 10;

/** @param enough whether there are cases enough to say anything */
export function comparison(
  measure: Comparison['measure'],
  change: number | null,
  { low, high }: Pick<Comparison, 'low' | 'high'>,
  enough: boolean,
): Comparison {
  return {
    verdict: enough ? verdict(measure, low, high) : 'too_little_data',
    measure,
    change,
    low,
    high,
  };
}

function verdict(
  measure: Comparison['measure'],
  low: number | null,
  high: number | null,
): ComparisonVerdict {
  const none = measure === 'ratio' ? 1 : 0;
  if (low !== null && low > none) return 'higher';
  if (high !== null && high < none) return 'lower';
  return 'no_clear_change';
}
