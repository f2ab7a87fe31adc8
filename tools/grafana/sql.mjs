/*
 * The pieces that panels' SQL is made of. Variables and macros are Grafana's and its ClickHouse plugin's:
 * `${name:singlequote}` is every value that is chosen, quoted; `$__conditionalAll(condition, $name)` is true where all are.
 */

/** What stands for "whatever the configuration calls production" among the environments to choose from. */
export const PRODUCTION = '(production)';

const ENVIRONMENT = `(
    (has([\${environment:singlequote}], '${PRODUCTION}') AND is_production)
    OR environment IN (\${environment:singlequote})
  )`;

/**
 * Which rows a dashboard is about: conditions on the columns of the views.
 *
 * @typedef {object} Scope
 * @property {string} things on `public_deployments`, `public_lead_times` and `public_alerts`
 * @property {string} incidents on `public_incidents`
 */

/** @type {Scope} */
export const OF_TEAMS = {
  things: `${ENVIRONMENT} AND $__conditionalAll(team IN (\${team:singlequote}), $team)`,
  incidents: `${ENVIRONMENT} AND $__conditionalAll(hasAny(teams, [\${team:singlequote}]), $team)`,
};

/** @type {Scope} */
export const OF_TEAM = {
  things: `${ENVIRONMENT} AND team = \${team:singlequote}`,
  incidents: `${ENVIRONMENT} AND has(teams, \${team:singlequote})`,
};

/** @type {Scope} */
export const OF_SERVICE = {
  things: `${ENVIRONMENT} AND service = \${service:singlequote}`,
  incidents: `${ENVIRONMENT} AND has(services, \${service:singlequote})`,
};

/** The start of the period that a moment lies in: UTC days, ISO weeks, months. */
export const periodOf = (moment) =>
  `toDateTime(toStartOfInterval(${moment}, INTERVAL 1 \${interval}), 'UTC')`;

const Z = 1.959963984540054;

/**
 * The share k of n with its 95 % Wilson score interval, as `rate`, `low` and `high`; NULL where n is 0. As libs/dora has it.
 *
 * @param {string} k
 * @param {string} n
 */
export function wilson(k, n) {
  const p = `(${k} / ${n})`;
  const centre = `(${p} + ${Z ** 2} / (2 * ${n}))`;
  const half = `(${Z} * sqrt(${p} * (1 - ${p}) / ${n} + ${Z ** 2} / (4 * ${n} * ${n})))`;
  const scale = `(1 + ${Z ** 2} / ${n})`;
  return `if(${n} = 0, NULL, ${p}) AS rate,
  multiIf(${n} = 0, NULL, ${k} = 0, 0, (${centre} - ${half}) / ${scale}) AS low,
  multiIf(${n} = 0, NULL, ${k} = ${n}, 1, (${centre} + ${half}) / ${scale}) AS high`;
}

/** The value at index floor(q·n) of the sorted values that are known; NULL where none is. */
export const quantile = (q, seconds) =>
  `if(count(${seconds}) = 0, NULL, quantileExact(${q})(${seconds}))`;
