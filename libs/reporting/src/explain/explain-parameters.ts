import { z } from 'zod';
import { rowParameters } from '../metrics/metrics-parameters.js';
import { pagingParameters } from '../paging/paging.js';

/** The question of `GET /v1/explain`: one number of one row. */
export const explainParameters = z.strictObject({
  metric: z.string().min(1).max(200).meta({
    description:
      'A number of a row of `GET /v1/metrics`, as CSV heads its column: `changeFailRate.rate`. Or one of a deployment: `deployment.commits`.',
  }),
  ...rowParameters,
  group: z.string().max(500).optional().meta({
    description: 'With `groupBy`: the group of the row; empty for the row of what belongs to none.',
  }),
  show: z.enum(['all', 'counted']).default('all').meta({
    description: '`counted`: only the items above or below the line, without what was left out.',
  }),
  deployment: z.string().max(500).optional().meta({
    description:
      'With `service` and `environment`: the deployment whose number is asked for, such as `deployment.leadTime.p50`.',
  }),
  ...pagingParameters,
});

export type ExplainQuestion = z.output<typeof explainParameters>;
