import { SERVICE_FIELD } from './measures.mjs';
import { bars, table } from './panels.mjs';

/*
 * The panels about what was raised, each for a scope (sql.mjs).
 */

const ALERT_FIELDS = {
  ...SERVICE_FIELD,
  of_team: { title: 'team' },
  taken_by: { title: 'taken on by' },
  id: {
    link: {
      title: 'Open the alert in Throughline',
      url: '${throughline}/alerts/${__value.raw:percentencode}',
      targetBlank: true,
    },
  },
};

/** What fires now, pages first. @param {import('./sql.mjs').Scope} scope */
export const firingAlerts = ({ things }) =>
  table({
    title: 'Alerts that fire',
    description:
      'Everything that fires now, whatever the time range: pages first, then by when it began. One that is a part of a common cause stands beside the alert about that.',
    sql: `
SELECT
  severity, started_at, dateDiff('second', started_at, now()) AS open_seconds, service, team AS of_team,
  environment, title, acknowledged_by AS taken_by, id
FROM public_alerts
WHERE isNull(resolved_at) AND ${things}
ORDER BY severity = 'page' DESC, started_at
LIMIT 200`,
    fields: { ...ALERT_FIELDS, open_seconds: { title: 'fires for', unit: 's' } },
    size: [24, 8],
  });

/** What fired in the time range, what began last first. @param {import('./sql.mjs').Scope} scope */
export const alertHistory = ({ things }) =>
  table({
    title: 'Alerts',
    description:
      'Everything that fired at any moment of the time range, what began last first, and why it ended. Without an end it fires still.',
    sql: `
SELECT
  started_at, resolved_at, firing_seconds, resolution, severity, service, team AS of_team, environment,
  title, acknowledged_by AS taken_by, id
FROM public_alerts
WHERE started_at <= $__toTime AND (isNull(resolved_at) OR resolved_at >= $__fromTime) AND ${things}
ORDER BY started_at DESC
LIMIT 200`,
    fields: { ...ALERT_FIELDS, firing_seconds: { title: 'fired for', unit: 's' } },
    size: [24, 9],
  });

/** How often something was raised. @param {import('./sql.mjs').Scope} scope */
export const alertsADay = ({ things }) =>
  bars({
    title: 'Alerts a day',
    description:
      'Alerts by the UTC day that they began on, days without one between them included; of a common cause only the alert about that.',
    sql: `
SELECT
  toDateTime(toStartOfDay(started_at), 'UTC') AS time,
  countIf(severity = 'page') AS pages,
  countIf(severity = 'notify') AS others
FROM public_alerts
WHERE $__timeFilter(started_at) AND parent_id = '' AND ${things}
GROUP BY time
ORDER BY time WITH FILL STEP INTERVAL 1 DAY`,
    fields: { pages: { title: 'pages', color: 'red' }, others: { title: 'others' } },
    size: [24, 6],
  });
