import { DEPLOYMENT_KINDS, DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';
import { exportedListParameters, type ListQuestion } from '../paging/list-parameters.js';
import { someOf } from '../scope/scope-parameters.js';

const whether = (what: string) =>
  z
    .stringbool({ error: 'must be true or false' })
    .optional()
    .meta({ type: 'boolean', description: what });

const filters = {
  status: someOf(DEPLOYMENT_STATUSES),
  kind: someOf(DEPLOYMENT_KINDS),
  failed: whether('Only those that failed, or only those that did not; of the finished ones.'),
  recovered: whether(
    'Only failed ones that something recovered, or only those that nothing has recovered yet.',
  ),
};

/** The question of `GET /v1/deployments`. */
export const deploymentListParameters = exportedListParameters.extend(filters);

export type DeploymentFilters = z.output<z.ZodObject<typeof filters>>;

export type DeploymentsQuestion = ListQuestion & DeploymentFilters;
