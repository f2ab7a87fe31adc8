import type { Definition } from './definition.js';

const DAY_SECONDS = 24 * 3600;

/** DORA's Four Keys project (archived), as its queries compute. */
export const FOURKEYS: Definition = {
  id: 'fourkeys',
  version: '1',
  title: 'Four Keys',
  sources: [
    'dora-team/fourkeys: METRICS.md',
    'dora-team/fourkeys: queries/changes.sql, deployments.sql, incidents.sql',
  ],
  metrics: {
    deploymentFrequency:
      'Successful deployments whose commit is known. Four Keys rates by medianDaysPerWeek: 3 or more is daily.',
    changeLeadTime:
      'From committedAt of a commit, merges included, to the deployment that first shipped it, in whole minutes rounded down; what took less than a minute is left out. Four Keys knows only the commits of the push that was deployed: here it is what the deployment first shipped, without the baseline. Medians lie between the two middle values.',
    changeFailRate:
      'Incidents that name a commit, once for each deployment that first shipped it, divided by successful deployments: it can exceed 1, and then has no interval.',
    recoveryTime: 'Four Keys has none beside the time to restore.',
    reworkRate: 'Four Keys has none.',
    timeToRestore:
      'From openedAt of an incident, or from the finish of the deployment with the commit it names if that is earlier, to its resolvedAt, in whole hours rounded down, by openedAt.',
  },
  quantile: 'continuous',
  deployments: { withKnownCommit: true },
  leadTime: {
    of: 'commits',
    from: 'committed',
    withMerges: true,
    wholeMinutesOnly: true,
    baselineAfterSeconds: null,
  },
  failure: {
    rules: ['sha_match'],
    minimumConfidence: 0,
    windowSeconds: DAY_SECONDS,
    windowSecondsOf: {},
    rollbackBlames: 'first_after_target',
    anyEarlierRelease: false,
    reaching: ['succeeded'],
    numerator: 'incident_links',
    denominator: ['succeeded'],
    withoutRollbacks: false,
  },
  recovery: null,
  rework: null,
  restore: { by: 'opened', from: 'cause', rounding: 'hours_down', aggregate: 'all' },
};
