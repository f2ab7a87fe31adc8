import { useQuery } from '@tanstack/react-query';
import { metricsQuestion } from '../../api/questions.js';
import { ofGroup } from '../../explain/explain-of.js';
import type { ScopeQuery } from '../../filters/filters.js';
import { useScope, useTrendInterval } from '../../filters/use-filters.js';

/** What a page about one team or one service is about. */
export interface Group {
  readonly by: 'team' | 'service';
  readonly name: string;
  /** The page's filters, narrowed to it. */
  readonly scope: ScopeQuery;
  /** Its row, for `explain`. */
  readonly of: string;
}

export function useGroup(by: Group['by'], name: string): Group {
  const scope = useScope();
  return { by, name, scope: { ...scope, [by]: name }, of: ofGroup(by, name) };
}

/** The numbers of a team or service: of the window beside the one before it, and period by period. */
export function useGroupNumbers({ by, name, scope }: Group) {
  const interval = useTrendInterval();
  const whole = useQuery(metricsQuestion({ ...scope, groupBy: by, compare: 'previous' }));
  const trend = useQuery(metricsQuestion({ ...scope, groupBy: by, interval }));
  const row = whole.data?.rows.find(({ group }) => group[by] === name);
  const trendRows = trend.data?.rows.filter(({ group }) => group[by] === name);
  return { whole, row, trend: { data: trendRows, error: trend.error }, interval };
}
