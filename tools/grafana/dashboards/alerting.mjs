import { alertsADay, firingAlerts } from '../alert-panels.mjs';
import { dashboard, deploymentMarks, environmentVariable, teamsVariable } from '../dashboard.mjs';
import { RATE_FIELDS, SERVICE_FIELD } from '../measures.mjs';
import { bars, numbers, table } from '../panels.mjs';
import { OF_TEAMS, wilson } from '../sql.mjs';

const { things, incidents } = OF_TEAMS;

/** How many deployments of a service are looked back on. */
const LAST = 20;

const open = numbers({
  title: 'Open now',
  description:
    'Deployments of the time range that failed and that nothing has recovered, and incidents that opened in it and are not resolved.',
  sql: `
SELECT
  (
    SELECT countIf(failed AND isNull(recovered_at))
    FROM public_deployments
    WHERE $__timeFilter(finished_at) AND ${things}
  ) AS failures,
  (
    SELECT countIf(isNull(resolved_at))
    FROM public_incidents
    WHERE $__timeFilter(opened_at) AND ${incidents}
  ) AS incidents`,
  fields: { failures: { title: 'failed deployments' }, incidents: { title: 'incidents' } },
  size: [6, 8],
});

const failuresADay = bars({
  title: 'Failed deployments a day',
  description:
    'Failed deployments by the UTC day that they finished on, days without one included.',
  sql: `
SELECT
  toDateTime(toStartOfDay(finished_at), 'UTC') AS time,
  countIf(failed) AS failures
FROM public_deployments
WHERE $__timeFilter(finished_at) AND ${things}
GROUP BY time
ORDER BY time WITH FILL STEP INTERVAL 1 DAY`,
  fields: {},
  size: [18, 8],
});

const openFailures = table({
  title: 'Failed deployments that nothing has recovered',
  description:
    'Oldest first. A later success alone recovers nothing: something has to say that it was the fix, or that the incident is resolved.',
  sql: `
SELECT
  finished_at, dateDiff('second', finished_at, now()) AS open_seconds, service, team, environment,
  version, id, arrayStringConcat(failure_rules, ', ') AS shown_by
FROM public_deployments
WHERE $__timeFilter(finished_at) AND failed AND isNull(recovered_at) AND ${things}
ORDER BY finished_at
LIMIT 200`,
  fields: {
    ...SERVICE_FIELD,
    open_seconds: { title: 'open for', unit: 's' },
    shown_by: { title: 'shown by' },
  },
  size: [24, 8],
});

const openIncidents = table({
  title: 'Incidents that are open',
  description: 'Oldest first: neither resolved nor withdrawn.',
  sql: `
SELECT
  opened_at, dateDiff('second', opened_at, now()) AS open_seconds, severity, title,
  arrayStringConcat(services, ', ') AS concerned, source, id, acknowledged_at
FROM public_incidents
WHERE $__timeFilter(opened_at) AND isNull(resolved_at) AND ${incidents}
ORDER BY opened_at
LIMIT 200`,
  fields: { concerned: { title: 'services' }, open_seconds: { title: 'open for', unit: 's' } },
  size: [24, 7],
});

const lately = table({
  title: `Change fail rate of the last ${LAST} deployments`,
  description: `Of each service the last ${LAST} finished deployments of the time range that were not cancelled, fewer where there are fewer (n), and the share that failed, with its 95 % Wilson interval. Sorted by the lower bound: what is surely high comes first.`,
  sql: `
SELECT
  service,
  any(team) AS of_team,
  ${wilson('countIf(failed)', 'count()')},
  count() AS n,
  max(finished_at) AS last_deployed
FROM (
  SELECT service, team, failed, finished_at
  FROM public_deployments
  WHERE $__timeFilter(finished_at) AND counted AND ${things}
  ORDER BY finished_at DESC
  LIMIT ${LAST} BY service
)
GROUP BY service
ORDER BY low DESC, service`,
  fields: {
    ...SERVICE_FIELD,
    ...RATE_FIELDS,
    of_team: { title: 'team' },
    last_deployed: { title: 'last deployed' },
  },
  size: [24, 9],
});

const sources = table({
  title: 'When each source was last heard',
  description:
    'Of each source and kind of event in the time range: the newest, how long ago it is by the clock of the event, how many there were a day, and the chance that so long a quiet comes about by accident at that pace (e to the minus expected events). Weekends and habits are not known here: the quality page of Throughline judges silence by them.',
  sql: `
SELECT
  source, kind, max(at) AS last_at,
  dateDiff('second', max(at), $__toTime) AS quiet_seconds,
  count() / greatest(1, dateDiff('day', min(at), max(at))) AS per_day,
  exp(-per_day * greatest(0, quiet_seconds) / 86400) AS chance,
  count() AS n
FROM public_activity
WHERE $__timeFilter(at)
GROUP BY source, kind
ORDER BY chance, source, kind`,
  fields: {
    last_at: { title: 'last heard' },
    quiet_seconds: { title: 'quiet for', unit: 's' },
    per_day: { title: 'a day', decimals: 1 },
    chance: { title: 'chance of that', unit: 'percentunit', decimals: 2 },
  },
  size: [24, 8],
});

export const alerting = dashboard({
  uid: 'throughline-alerting',
  title: 'Throughline: what is wrong now',
  description:
    'Alerts that fire, failures and incidents that are open, and sources that went silent.',
  from: 'now-30d',
  variables: [environmentVariable, teamsVariable],
  annotations: [
    deploymentMarks('Failed deployments', `failed AND ${things}`, {
      iconColor: 'red',
      enable: true,
    }),
  ],
  panels: [
    firingAlerts(OF_TEAMS),
    open,
    failuresADay,
    openFailures,
    openIncidents,
    lately,
    alertsADay(OF_TEAMS),
    sources,
  ],
});
