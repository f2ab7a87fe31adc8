import { bars, lines, numbers, table } from './panels.mjs';
import { periodOf, quantile, wilson } from './sql.mjs';

/*
 * The panels that several dashboards share, each for a scope (sql.mjs).
 */

const DAYS = `(dateDiff('second', $__fromTime, $__toTime) / 86400)`;

const RATE = {
  rate: { title: 'rate', unit: 'percentunit', decimals: 1 },
  low: { title: 'at least', unit: 'percentunit', decimals: 1, style: 'dashed' },
  high: { title: 'at most', unit: 'percentunit', decimals: 1, style: 'dashed' },
};
const SURE = 'The dashed bounds are its 95 % Wilson interval';

const COUNTED =
  'Of the finished deployments that were not cancelled (n), by finished_at, those that';

const WHAT = {
  frequency:
    'Deployments that succeeded, rollbacks and hotfixes included, by finished_at; per day of the time range.',
  leadTime:
    'From authored_at of a commit to finished_at of the first deployment that brought it there, by when it was shipped. Merge commits, and what came with the first deployment ever seen, are left out. n is how many commits.',
  failRate: `${COUNTED} failed by the definition dora: a person's verdict, else any of its rules.`,
  recovery:
    'From finished_at of a failed deployment to what ended it: a fix, a rollback, a revert, or the resolution of an incident. The median is over those that have ended; open ones are counted beside it.',
  rework: `${COUNTED} are unplanned, a rollback, a hotfix, or name what they fix.`,
};

/** The five numbers of a scope. @param {import('./sql.mjs').Scope} scope */
export const fiveNumbers = ({ things }) => [
  numbers({
    title: 'Deployment frequency',
    description: WHAT.frequency,
    sql: `
SELECT
  countIf(status = 'succeeded') / ${DAYS} AS per_day,
  countIf(status = 'succeeded') AS deployments
FROM public_deployments
WHERE $__timeFilter(finished_at) AND ${things}`,
    fields: { per_day: { title: 'a day', decimals: 2 }, deployments: { title: 'deployments' } },
    size: [4, 5],
  }),
  numbers({
    title: 'Change lead time',
    description: WHAT.leadTime,
    sql: `
SELECT
  ${quantile(0.5, 'lead_seconds')} AS p50,
  ${quantile(0.9, 'lead_seconds')} AS p90,
  count(lead_seconds) AS n
FROM public_lead_times
WHERE $__timeFilter(shipped_at) AND ${things}`,
    fields: { p50: { title: 'median', unit: 's' }, p90: { title: '90 % within', unit: 's' } },
    size: [5, 5],
  }),
  rate('Change fail rate', WHAT.failRate, 'failed', things, [5, 5]),
  numbers({
    title: 'Failed deployment recovery time',
    description: WHAT.recovery,
    sql: `
SELECT
  ${quantile(0.5, 'recovery_seconds')} AS p50,
  count(recovery_seconds) AS recovered,
  countIf(failed AND isNull(recovered_at)) AS open
FROM public_deployments
WHERE $__timeFilter(finished_at) AND ${things}`,
    fields: { p50: { title: 'median', unit: 's' } },
    size: [5, 5],
  }),
  rate('Deployment rework rate', WHAT.rework, 'rework', things, [5, 5]),
];

const rate = (title, description, column, things, size) =>
  numbers({
    title,
    description: `${description} At least and at most are the bounds of its 95 % Wilson interval.`,
    sql: `
SELECT
  ${wilson(`countIf(${column})`, 'countIf(counted)')},
  countIf(counted) AS n
FROM public_deployments
WHERE $__timeFilter(finished_at) AND ${things}`,
    fields: RATE,
    size,
  });

/** The same over time. @param {import('./sql.mjs').Scope} scope */
export const overTime = ({ things }) => [
  bars({
    title: 'Deployments by what became of them',
    description:
      'Finished deployments by finished_at, a period that had none included. Failed ones are those of the change fail rate, whatever their status.',
    sql: `
SELECT
  ${periodOf('finished_at')} AS time,
  countIf(counted AND NOT failed) AS fine_ones,
  countIf(failed) AS failed_ones,
  countIf(NOT counted) AS cancelled_ones
FROM public_deployments
WHERE $__timeFilter(finished_at) AND ${things}
GROUP BY time
ORDER BY time WITH FILL STEP INTERVAL 1 \${interval}`,
    fields: {
      fine_ones: { title: 'fine' },
      failed_ones: { title: 'failed', color: 'red' },
      cancelled_ones: { title: 'cancelled', color: 'text' },
    },
    size: [12, 8],
  }),
  lines({
    title: 'Change lead time',
    description: WHAT.leadTime,
    sql: `
SELECT
  ${periodOf('shipped_at')} AS time,
  ${quantile(0.5, 'lead_seconds')} AS p50,
  ${quantile(0.75, 'lead_seconds')} AS p75,
  ${quantile(0.9, 'lead_seconds')} AS p90,
  count(lead_seconds) AS n
FROM public_lead_times
WHERE $__timeFilter(shipped_at) AND ${things}
GROUP BY time
ORDER BY time`,
    fields: {
      p50: { title: 'median', unit: 's' },
      p75: { title: '75 % within', unit: 's' },
      p90: { title: '90 % within', unit: 's' },
      n: { title: 'commits (n)', axis: 'hidden', style: 'dashed' },
    },
    size: [12, 8],
  }),
  rateOverTime('Change fail rate', WHAT.failRate, 'failed', things),
  rateOverTime('Deployment rework rate', WHAT.rework, 'rework', things),
];

const rateOverTime = (title, description, column, things) =>
  lines({
    title,
    description: `${description} ${SURE}: wide where n is small.`,
    sql: `
SELECT
  ${periodOf('finished_at')} AS time,
  ${wilson(`countIf(${column})`, 'countIf(counted)')},
  countIf(counted) AS n
FROM public_deployments
WHERE $__timeFilter(finished_at) AND counted AND ${things}
GROUP BY time
ORDER BY time`,
    fields: { ...RATE, n: { title: 'deployments (n)', axis: 'hidden', style: 'dashed' } },
    size: [12, 8],
  });

const serviceLink = {
  title: 'Open the service',
  url: '/d/throughline-service?var-service=${__value.raw:percentencode}&${__url_time_range}',
};

/** How the columns of tables are shown that several tables have. */
export const SERVICE_FIELD = { service: { link: serviceLink } };
export const RATE_FIELDS = RATE;

/** One line a service. @param {import('./sql.mjs').Scope} scope */
export const services = ({ things }) =>
  table({
    title: 'Services',
    description:
      'The five numbers of each service, with how many deployments (n) and commits they rest on. Rates are of n, with their 95 % Wilson interval: compare services only where the intervals are apart.',
    sql: `
SELECT
  service, of_team, deployments, rate, low, high, n, recovery_p50, open, rework_ones, lead_p50, commits
FROM (
  SELECT
    service,
    any(team) AS of_team,
    countIf(status = 'succeeded') AS deployments,
    ${wilson('countIf(failed)', 'countIf(counted)')},
    countIf(counted) AS n,
    ${quantile(0.5, 'recovery_seconds')} AS recovery_p50,
    countIf(failed AND isNull(recovered_at)) AS open,
    countIf(rework) AS rework_ones
  FROM public_deployments
  WHERE $__timeFilter(finished_at) AND ${things}
  GROUP BY service
) AS of_deployments
LEFT JOIN (
  SELECT
    service,
    ${quantile(0.5, 'lead_seconds')} AS lead_p50,
    count(lead_seconds) AS commits
  FROM public_lead_times
  WHERE $__timeFilter(shipped_at) AND ${things}
  GROUP BY service
) AS of_commits USING (service)
ORDER BY n DESC, service`,
    fields: {
      ...SERVICE_FIELD,
      ...RATE,
      rate: { ...RATE.rate, title: 'change fail rate' },
      recovery_p50: { title: 'recovery, median', unit: 's' },
      of_team: { title: 'team' },
      rework_ones: { title: 'rework' },
      lead_p50: { title: 'lead time, median', unit: 's' },
    },
    size: [24, 10],
  });

/** What failed, newest first. @param {import('./sql.mjs').Scope} scope */
export const failures = ({ things }) =>
  table({
    title: 'Failed deployments',
    description:
      'Failed deployments by finished_at, newest first, with the rules that show it (docs/metrics.md), surest first. Without a time of recovery nothing has ended them yet.',
    sql: `
SELECT
  finished_at, service, environment, version, substring(sha, 1, 8) AS commit, id,
  arrayStringConcat(failure_rules, ', ') AS shown_by, recovered_at, recovery_seconds
FROM public_deployments
WHERE $__timeFilter(finished_at) AND failed AND ${things}
ORDER BY finished_at DESC
LIMIT 200`,
    fields: {
      ...SERVICE_FIELD,
      shown_by: { title: 'shown by' },
      recovery_seconds: { title: 'recovery', unit: 's' },
    },
    size: [24, 9],
  });

/** Incidents, newest first. @param {import('./sql.mjs').Scope} scope */
export const incidents = ({ incidents: condition }) =>
  table({
    title: 'Incidents',
    description:
      'Incidents by when they opened, newest first, whatever caused them. One that does not name its environment is taken to be about production.',
    sql: `
SELECT
  opened_at, severity, title, arrayStringConcat(services, ', ') AS concerned, source, id, resolved_at,
  restore_seconds
FROM public_incidents
WHERE $__timeFilter(opened_at) AND ${condition}
ORDER BY opened_at DESC
LIMIT 200`,
    fields: {
      concerned: { title: 'services' },
      restore_seconds: { title: 'time to restore', unit: 's' },
    },
    size: [24, 8],
  });

/** Time to restore over time. @param {import('./sql.mjs').Scope} scope */
export const restoreOverTime = ({ incidents: condition }) =>
  lines({
    title: 'Time to restore',
    description:
      'From opened_at to resolved_at of incidents, by when they opened; those still open are left out. n is how many have been resolved. Medians of a handful say little.',
    sql: `
SELECT
  ${periodOf('opened_at')} AS time,
  ${quantile(0.5, 'restore_seconds')} AS p50,
  count(restore_seconds) AS n
FROM public_incidents
WHERE $__timeFilter(opened_at) AND ${condition}
GROUP BY time
ORDER BY time`,
    fields: {
      p50: { title: 'median', unit: 's' },
      n: { title: 'incidents (n)', axis: 'hidden', style: 'dashed' },
    },
    size: [12, 8],
  });

/** Recovery over time. @param {import('./sql.mjs').Scope} scope */
export const recoveryOverTime = ({ things }) =>
  lines({
    title: 'Failed deployment recovery time',
    description: WHAT.recovery,
    sql: `
SELECT
  ${periodOf('finished_at')} AS time,
  ${quantile(0.5, 'recovery_seconds')} AS p50,
  count(recovery_seconds) AS n
FROM public_deployments
WHERE $__timeFilter(finished_at) AND failed AND ${things}
GROUP BY time
ORDER BY time`,
    fields: {
      p50: { title: 'median', unit: 's' },
      n: { title: 'recovered (n)', axis: 'hidden', style: 'dashed' },
    },
    size: [12, 8],
  });
