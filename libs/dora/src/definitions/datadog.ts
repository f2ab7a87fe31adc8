import type { Definition } from './definition.js';

const DAY_SECONDS = 24 * 3600;

/** Datadog DORA Metrics, as its documentation describes them. */
export const DATADOG: Definition = {
  id: 'datadog',
  version: '1',
  title: 'Datadog DORA Metrics',
  sources: [
    'https://docs.datadoghq.com/delivery_performance/dora_metrics/calculation/',
    'https://docs.datadoghq.com/delivery_performance/dora_metrics/change_failure_detection/',
  ],
  metrics: {
    deploymentFrequency: 'Successful deployments.',
    changeLeadTime:
      'From authoredAt of a commit to the finish of the deployment that first shipped it; merge commits are left out. The first deployment of a service has no lead time, nor has one more than 60 days after the one before it. Which percentile Datadog means is not documented: here between neighbours in proportion.',
    changeFailRate:
      'Failed deployments of all that reached the environment. Failed is what a person says; the first deployment after the release that a rollback went back to; what brought a change or commit that a later deployment took back; the one before a hotfix. A rollback is any earlier release that comes back. Incidents do not enter it.',
    recoveryTime:
      'From the finish of a failed deployment to the finish of the deployment that mended it; no value without one.',
    reworkRate: 'Datadog documents none.',
    timeToRestore:
      'Not one of Datadog’s metrics any more; shown as dora has it: from openedAt of an incident to its resolvedAt.',
  },
  quantile: 'continuous',
  deployments: { withKnownCommit: false },
  leadTime: {
    of: 'commits',
    from: 'authored',
    withMerges: false,
    wholeMinutesOnly: false,
    baselineAfterSeconds: 60 * DAY_SECONDS,
  },
  failure: {
    rules: ['verdict', 'named_fix', 'rollback', 'redeploy', 'revert', 'hotfix'],
    minimumConfidence: 0,
    windowSeconds: DAY_SECONDS,
    windowSecondsOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: true,
    reaching: ['succeeded', 'rolled_back'],
    numerator: 'failed_deployments',
    denominator: ['succeeded', 'rolled_back'],
    withoutRollbacks: false,
  },
  recovery: { of: 'deployments', endedBy: ['remedy'], endedInRow: false, rounding: 'none' },
  rework: null,
  restore: { by: 'opened', from: 'opened', rounding: 'none', aggregate: 'all' },
};
