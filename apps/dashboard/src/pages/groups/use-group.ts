import { useQuery } from '@tanstack/react-query';
import { metricsQuestion } from '../../api/questions.js';
import { ofGroup } from '../../explain/explain-of.js';
import type { ScopeQuery } from '../../filters/filters.js';
import type { Row } from '../../metrics/row.js';
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
  const isOfIt = ({ group }: Row) => group[by] === name;
  const row = whole.data?.rows.find(isOfIt);
  const periods = trend.data?.rows.filter(isOfIt);
  // What is shown until the answer is there may be of the team or service that was looked at before.
  const isOfAnother = whole.isPlaceholderData && row === undefined;
  return {
    answer: isOfAnother ? undefined : whole.data,
    error: whole.error,
    row,
    trend: {
      data: trend.isPlaceholderData && periods?.length === 0 ? undefined : periods,
      error: trend.error,
      isPlaceholderData: trend.isPlaceholderData,
    },
    interval,
  };
}
