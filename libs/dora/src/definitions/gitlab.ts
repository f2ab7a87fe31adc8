import type { Definition } from './definition.js';

const DAY_SECONDS = 24 * 3600;

/** GitLab Ultimate, as its documentation and its daily metrics compute. */
export const GITLAB: Definition = {
  id: 'gitlab',
  version: '1',
  title: 'GitLab',
  sources: [
    'https://docs.gitlab.com/user/analytics/dora_metrics/',
    'https://docs.gitlab.com/api/dora/metrics/',
  ],
  metrics: {
    deploymentFrequency: 'Successful deployments; per day of the window.',
    changeLeadTime:
      'From the merge of a change to the finish of the first successful deployment that brought it; 0 where it was deployed before. The first deployment ships every change merged before it. p50 is the median of the medians of each service, environment and day, so a day with one change weighs as much as a day with a hundred. Medians lie between the two middle values.',
    changeFailRate:
      'Incidents that opened in the row, whatever caused them, divided by successful deployments (by 1 where there are none): it can exceed 1, and then has no interval.',
    recoveryTime: 'GitLab has none beside the time to restore.',
    reworkRate: 'GitLab has none.',
    timeToRestore:
      'From openedAt of an incident to its resolvedAt, by resolvedAt: the median of the medians of each set of services, environment and day.',
  },
  quantile: 'continuous',
  deployments: { withKnownCommit: false },
  leadTime: { of: 'changes', from: 'merged', withBaseline: true, aggregate: 'daily_medians' },
  failure: {
    rules: [],
    minimumConfidence: 0,
    windowSeconds: DAY_SECONDS,
    windowSecondsOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: false,
    reaching: ['succeeded'],
    numerator: 'incidents',
    denominator: ['succeeded'],
    withoutRollbacks: false,
  },
  recovery: null,
  rework: null,
  restore: { by: 'resolved', from: 'opened', rounding: 'none', aggregate: 'daily_medians' },
};
