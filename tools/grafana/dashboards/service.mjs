import { alertHistory } from '../alert-panels.mjs';
import {
  dashboard,
  deploymentMarks,
  environmentVariable,
  intervalVariable,
  serviceVariable,
} from '../dashboard.mjs';
import {
  failures,
  fiveNumbers,
  incidents,
  overTime,
  recoveryOverTime,
  restoreOverTime,
} from '../measures.mjs';
import { table } from '../panels.mjs';
import { OF_SERVICE, quantile } from '../sql.mjs';

const deployments = table({
  title: 'Deployments',
  description:
    'Every finished deployment, newest first, with the commits that it was the first to bring and the median of their lead times (merges and baselines have none).',
  sql: `
SELECT
  finished_at, environment, status, kind, version, substring(sha, 1, 8) AS commit, id, failed, rework,
  commits, lead_p50
FROM public_deployments AS deployment
LEFT JOIN (
  SELECT
    environment AS brought_to,
    deployment_id,
    count() AS commits,
    ${quantile(0.5, 'lead_seconds')} AS lead_p50
  FROM public_lead_times
  WHERE $__timeFilter(shipped_at) AND ${OF_SERVICE.things}
  GROUP BY brought_to, deployment_id
) AS brought
  ON brought.brought_to = deployment.environment AND brought.deployment_id = deployment.id
WHERE $__timeFilter(finished_at) AND ${OF_SERVICE.things}
ORDER BY finished_at DESC
LIMIT 200`,
  fields: {
    id: {
      link: {
        title: 'Open the deployment in Throughline',
        url: '${throughline}/deployments/${service:percentencode}/${__data.fields.environment}/${__value.raw:percentencode}',
        targetBlank: true,
      },
    },
    lead_p50: { title: 'lead time, median', unit: 's' },
  },
  size: [24, 10],
});

export const service = dashboard({
  uid: 'throughline-service',
  title: 'Throughline: service',
  description: 'Software delivery of one service.',
  from: 'now-90d',
  variables: [environmentVariable, serviceVariable, intervalVariable],
  annotations: [
    deploymentMarks('Deployments', OF_SERVICE.things, { iconColor: 'blue', enable: true }),
    deploymentMarks('Failed deployments', `failed AND ${OF_SERVICE.things}`, {
      iconColor: 'red',
      enable: true,
    }),
  ],
  panels: [
    ...fiveNumbers(OF_SERVICE),
    ...overTime(OF_SERVICE),
    recoveryOverTime(OF_SERVICE),
    restoreOverTime(OF_SERVICE),
    deployments,
    failures(OF_SERVICE),
    incidents(OF_SERVICE),
    alertHistory(OF_SERVICE),
  ],
});
