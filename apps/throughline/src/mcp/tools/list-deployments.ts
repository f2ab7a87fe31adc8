import { z } from 'zod';
import {
  type Deployment,
  deploymentListSchema,
  deploymentSchema,
} from '../../answers/deployment-list.js';
import { counted } from '../../terminal/counted.js';
import { checkNames } from '../check-names.js';
import { nameInWords } from '../names.js';
import { defineTool } from '../tool.js';
import { filterInput } from '../tool-input.js';
import { pageInput, pageInWords } from '../page.js';

export const listDeployments = defineTool({
  name: 'list_deployments',
  title: 'List deployments',
  description:
    'Deployments, newest first: what each brought, whether it failed and what shows that, when it recovered. To list only the failed ones use explain_number with metric changeFailRate.failed.',
  input: z.strictObject({ ...filterInput, ...pageInput(100, 20) }),
  output: z.object({
    deployments: z.array(deploymentSchema),
    nextCursor: z.string().nullable().describe('null where these are the last.'),
  }),
  async answer(api, { limit, ...query }) {
    const remarks = await checkNames(api, query);
    const text = await api.get('/v1/deployments', { ...query, limit: String(limit) });
    const { items: deployments, nextCursor } = api.read(deploymentListSchema, text);
    return {
      says: [
        ...remarks,
        deployments.length === 0
          ? 'No deployment in this window.'
          : `The newest ${counted(deployments.length, 'deployment')}${query.cursor === undefined ? '' : ' from the cursor on'}:`,
        ...deployments.map(inWords),
        ...pageInWords(nextCursor),
      ],
      data: { deployments, nextCursor },
    };
  },
});

function inWords(deployment: Deployment): string {
  const { id, service, environment, finishedAt, status, failed, failureReasons } = deployment;
  const when = finishedAt ?? 'not finished';
  const rules = failureReasons.map(({ rule }) => rule).join(', ');
  const became =
    failed !== true
      ? ''
      : `; failed (${rules}), ${deployment.recoveredAt === null ? 'no recovery known' : `recovered ${deployment.recoveredAt}`}`;
  const rework = deployment.rework === true ? '; rework' : '';
  return `- ${nameInWords(service)} in ${nameInWords(environment)}, ${nameInWords(id)}: ${status} ${when}, ${counted(deployment.commits, 'commit')}${became}${rework}`;
}
