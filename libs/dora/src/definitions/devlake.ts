import type { Definition } from './definition.js';

/** Apache DevLake, as its calculators and its DORA dashboard compute. */
export const DEVLAKE: Definition = {
  id: 'devlake',
  version: '1',
  title: 'Apache DevLake',
  sources: [
    'apache/incubator-devlake: backend/plugins/dora/tasks/change_lead_time_calculator.go',
    'apache/incubator-devlake: backend/plugins/dora/tasks/incident_deploy_connector.go',
    'apache/incubator-devlake: grafana/dashboards/mysql/DORA.json',
  ],
  metrics: {
    deploymentFrequency:
      'Successful deployments; DevLake rates by medianDaysPerWeek, the lower median of days with a deployment a week.',
    changeLeadTime:
      'Merged changes by the finish of the deployment that brought their merge commit. Cycle: first commit to opened, opened to merged, merged to finished, each in whole minutes rounded up and 0 where unknown or negative. The first deployment of a service ships nothing. Commits without a change do not count. p50 is the lower median: of two values the smaller.',
    changeFailRate:
      'Successful deployments with at least one incident, of all successful deployments. An incident goes to the newest successful deployment of its service that had finished before it opened, however long before; what it names as its cause is not read. DevLake looks in the whole project: here a service is a project.',
    recoveryTime:
      'For each incident linked to a deployment: its resolution less the finish of the deployment, in whole minutes rounded down; both must lie in the row. Lower median.',
    reworkRate: 'DevLake has none.',
    timeToRestore: 'From openedAt of an incident to its resolvedAt, by resolvedAt. Lower median.',
  },
  quantile: 'lower',
  deployments: { withKnownCommit: false },
  leadTime: { of: 'changes', from: 'devlake_cycle', withBaseline: false, aggregate: 'all' },
  failure: {
    rules: ['window'],
    minimumConfidence: 0,
    windowSeconds: null,
    windowSecondsOf: {},
    rollbackBlames: 'last_before_rollback',
    anyEarlierRelease: false,
    reaching: ['succeeded'],
    numerator: 'failed_deployments',
    denominator: ['succeeded'],
    withoutRollbacks: false,
  },
  recovery: {
    of: 'incidents',
    endedBy: ['incident_resolved'],
    endedInRow: true,
    rounding: 'minutes_down',
  },
  rework: null,
  restore: { by: 'resolved', from: 'opened', rounding: 'none', aggregate: 'all' },
};
