import { useQuery } from '@tanstack/react-query';
import { metricsQuestion } from '../../api/questions.js';
import { Problem } from '../../components/problem.js';
import { useScope, useTrendInterval } from '../../filters/use-filters.js';
import { MetricTiles } from './metric-tiles.js';
import { PageTitle } from '../../components/page-title.js';

/** What leaders look at: the five numbers, what changed, and what is wrong. */
export function OverviewPage() {
  const scope = useScope();
  const interval = useTrendInterval();
  const whole = useQuery(metricsQuestion({ ...scope, compare: 'previous' }));
  const trend = useQuery(metricsQuestion({ ...scope, interval }));
  return (
    <>
      <PageTitle title="Delivery" answer={whole.data} />
      {whole.error === null ? (
        <MetricTiles row={whole.data?.rows[0]} trend={trend.data?.rows ?? []} />
      ) : (
        <Problem error={whole.error} />
      )}
    </>
  );
}
