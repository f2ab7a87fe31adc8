import { DATASOURCE, target } from './panels.mjs';
import { PRODUCTION } from './sql.mjs';

const COLUMNS = 24;

const chosen = (text, value = text) => ({ selected: true, text, value });

const query = (name, label, sql, more) => ({
  type: 'query',
  name,
  label,
  datasource: DATASOURCE,
  query: sql,
  refresh: 2,
  sort: 0,
  ...more,
});

export const environmentVariable = query(
  'environment',
  'Environment',
  `SELECT '${PRODUCTION}' AS environment
UNION ALL
SELECT environment FROM (SELECT DISTINCT environment FROM public_places ORDER BY environment)`,
  { multi: true, includeAll: false, current: chosen([PRODUCTION]) },
);

const TEAMS = `SELECT DISTINCT team FROM public_services WHERE team != '' ORDER BY team`;

export const teamsVariable = query('team', 'Team', TEAMS, {
  multi: true,
  includeAll: true,
  current: chosen(['All'], ['$__all']),
});

export const teamVariable = query('team', 'Team', TEAMS, { multi: false, includeAll: false });

export const serviceVariable = query(
  'service',
  'Service',
  'SELECT service FROM public_services ORDER BY service',
  { multi: false, includeAll: false },
);

export const intervalVariable = {
  type: 'custom',
  name: 'interval',
  label: 'By',
  query: 'day, week, month',
  current: chosen('week'),
  options: ['day', 'week', 'month'].map((unit) => ({
    text: unit,
    value: unit,
    selected: unit === 'week',
  })),
};

/** Where the Throughline dashboard is, for links to it. */
export const addressVariable = {
  type: 'textbox',
  name: 'throughline',
  label: 'Throughline',
  query: 'http://127.0.0.1:4680',
  current: chosen('http://127.0.0.1:4680'),
  hide: 2,
};

/** Marks on every time series: what was deployed then. */
export const deploymentMarks = (name, condition, { iconColor, enable }) => ({
  name,
  datasource: DATASOURCE,
  enable,
  iconColor,
  target: target(
    `
SELECT
  finished_at AS time,
  concat(service, ' ', if(version != '', version, substring(sha, 1, 8)), ' ', status) AS text,
  [service, environment, kind] AS tags
FROM public_deployments
WHERE $__timeFilter(finished_at) AND ${condition}
ORDER BY time
LIMIT 1000`,
    'table',
    'Anno',
  ),
});

/** Places panels from left to right, row after row, in the order given. */
function placed(panels) {
  let [x, y, height] = [0, 0, 0];
  return panels.map(({ size: [w, h], ...panel }, index) => {
    if (x + w > COLUMNS) [x, y, height] = [0, y + height, 0];
    const gridPos = { x, y, w, h };
    x += w;
    height = Math.max(height, h);
    return { id: index + 1, ...panel, gridPos };
  });
}

/** A dashboard as Grafana's file provisioning reads it. */
export const dashboard = ({ uid, title, description, from, variables, annotations, panels }) => ({
  uid,
  title,
  description,
  tags: ['throughline'],
  schemaVersion: 41,
  editable: false,
  timezone: 'utc',
  refresh: '5m',
  time: { from, to: 'now' },
  links: [
    {
      type: 'dashboards',
      title: 'Throughline',
      tags: ['throughline'],
      asDropdown: true,
      includeVars: false,
      keepTime: true,
    },
    {
      type: 'link',
      title: 'Open Throughline',
      url: '${throughline}/?from=${__from:date:iso}&to=${__to:date:iso}',
      targetBlank: true,
    },
  ],
  templating: { list: [...variables, addressVariable] },
  annotations: { list: annotations },
  panels: placed(panels),
});
