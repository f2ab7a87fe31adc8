import { useQuery } from '@tanstack/react-query';
import { definitionsQuestion, metricsQuestion } from '../../api/questions.js';
import { useAddress, useScope } from '../../filters/use-filters.js';
import type { RowComparison } from '../../metrics/row.js';

/**
 * How much of a change of a rate came from each service. Asked for by itself, as a definition that counts
 * incidents cannot tell: one may concern several services.
 */
export function usePartsOfRates(): RowComparison | undefined {
  const scope = useScope();
  const { definition } = useAddress();
  const { data: definitions } = useQuery(definitionsQuestion());
  const chosen = definitions?.items.find(({ id }, index) =>
    definition === undefined ? index === 0 : id === definition,
  );
  const { data } = useQuery({
    ...metricsQuestion({
      ...scope,
      compare: 'previous',
      members: 'service',
      metrics: 'changeFailRate,reworkRate',
    }),
    enabled: chosen?.failuresAre === 'deployments',
  });
  return data?.rows[0]?.comparison ?? undefined;
}
