import type { MetricsNumbers } from '@throughline/dora';
import type { ExplainItem } from './explain-item.js';
import type { ExplainedNumber } from './explained-numbers.js';

/** How many things are above and below the line, on all pages. */
interface Totals {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Counts what a number was made of. Things that are read page by page have been counted for the row.
 *
 * @param listed the items that are in memory, all of them
 */
export function totalsOf(
  { account, above }: ExplainedNumber,
  metric: string,
  { changeLeadTime, leadTimeStages }: Partial<MetricsNumbers>,
  listed: readonly ExplainItem[],
): Totals {
  const all = (count = 0): Totals => ({ numerator: count, denominator: count });
  switch (account) {
    case 'shipped':
      if (above?.includes('baseline') === true) return all(changeLeadTime?.baselineCommits);
      if (above?.includes('merge') === true) return all(changeLeadTime?.mergeCommits);
      return all(changeLeadTime?.commits);
    case 'waiting':
      return all(changeLeadTime?.waiting);
    case 'begun':
      return {
        numerator: changeLeadTime?.kaplanMeier.ended ?? 0,
        denominator: changeLeadTime?.kaplanMeier.n ?? 0,
      };
    case 'direct':
      return all(leadTimeStages?.commitsWithoutChange);
    case 'stage': {
      const [, name = ''] = metric.split('.');
      const stages: Readonly<Record<string, unknown>> = { ...leadTimeStages };
      return all((stages[name] as { readonly n: number }).n);
    }
    default:
      return {
        numerator: listed.filter(({ numerator }) => numerator).length,
        denominator: listed.filter(({ denominator }) => denominator).length,
      };
  }
}
