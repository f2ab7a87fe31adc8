import { FAILURE_RULE_NAMES } from '../failures/failure-rules.js';
import type { Definition } from './definition.js';

const DAY_SECONDS = 24 * 3600;

/** DORA's own wording, made exact: the default. */
export const DORA: Definition = {
  id: 'dora',
  version: '2',
  title: 'The definitions of dora.dev, made exact',
  sources: ['https://dora.dev/guides/dora-metrics/'],
  metrics: {
    deploymentFrequency:
      'Successful deployments, rollbacks and hotfixes included, by finishedAt; per day of the window in the time zone asked for.',
    changeLeadTime:
      'From authoredAt of a commit to finishedAt of the first successful deployment of the service in the environment whose history contains it. Merge commits are counted apart and carry no lead time. The first deployment ever seen of a service in an environment is its baseline: its commits are counted as baselineCommits only. Waiting are commits that no deployment had brought to the environment by the end of the row. A quantile q of n is the value at index floor(q·n).',
    changeFailRate:
      'Of the finished deployments (succeeded, failed, rolled_back) those that failed: a person’s verdict if there is one; else by any rule of failure at least 0.5 sure, incidents up to 24 hours after a deployment of their service included. A rollback blames the first deployment after the release that it went back to.',
    recoveryTime:
      'From finishedAt of a failed deployment to the earliest of: a successful deployment that fixes it, rolls it back or takes its commits back, or that fixes an incident it is linked to; the resolution of such an incident.',
    reworkRate:
      'Of the finished deployments those that are unplanned, of kind rollback or hotfix, or name what they fix.',
    timeToRestore: 'From openedAt of an incident to its resolvedAt, by openedAt.',
  },
  quantile: 'index',
  deployments: { withKnownCommit: false },
  leadTime: {
    of: 'commits',
    from: 'authored',
    withMerges: false,
    wholeMinutesOnly: false,
    baselineAfterSeconds: null,
  },
  failure: {
    rules: FAILURE_RULE_NAMES,
    minimumConfidence: 0.5,
    windowSeconds: DAY_SECONDS,
    windowSecondsOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: false,
    reaching: ['succeeded', 'rolled_back'],
    numerator: 'failed_deployments',
    denominator: ['succeeded', 'failed', 'rolled_back'],
    withoutRollbacks: false,
  },
  recovery: {
    of: 'deployments',
    endedBy: ['remedy', 'incident_resolved'],
    endedInRow: false,
    rounding: 'none',
  },
  rework: { signs: ['unplanned', 'kind', 'names_fix'] },
  restore: { by: 'opened', from: 'opened', rounding: 'none', aggregate: 'all' },
};
