/*
 * The kinds of panels. A panel says in words what it counts; what it shows is one statement of SQL.
 */

/** Provisioned under this id: see deploy/grafana/provisioning/datasources. */
export const DATASOURCE = { type: 'grafana-clickhouse-datasource', uid: 'throughline' };

/** What the plugin calls the two shapes of an answer. */
const FORMATS = {
  timeseries: { format: 0, queryType: 'timeseries' },
  table: { format: 1, queryType: 'table' },
};

export const target = (sql, shape, refId = 'A') => ({
  datasource: DATASOURCE,
  editorType: 'sql',
  ...FORMATS[shape],
  rawSql: sql.trim(),
  refId,
});

/** A field of a panel by its name: unit, words, place. */
const override = (field, { unit, title, decimals, link, axis, style, color }) => ({
  matcher: { id: 'byName', options: field },
  properties: [
    ...(title === undefined ? [] : [{ id: 'displayName', value: title }]),
    ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(color === undefined ? [] : [{ id: 'color', value: { mode: 'fixed', fixedColor: color } }]),
    ...(link === undefined ? [] : [{ id: 'links', value: [link] }]),
    ...(axis === undefined ? [] : [{ id: 'custom.axisPlacement', value: axis }]),
    ...(style === 'dashed'
      ? [{ id: 'custom.lineStyle', value: { fill: 'dash', dash: [4, 6] } }]
      : []),
  ],
});

/**
 * @param {object} panel
 * @param {string} panel.title
 * @param {string} panel.description what is counted and what is left out, for who hovers
 * @param {string} panel.sql
 * @param {Record<string, object>} panel.fields by the name of the column
 * @param {[number, number]} panel.size of 24 columns, and rows
 */
const panel = (type, shape, { title, description, sql, fields, size }, options, defaults = {}) => ({
  type,
  title,
  description,
  datasource: DATASOURCE,
  targets: [target(sql, shape)],
  fieldConfig: {
    defaults: { noValue: '–', ...defaults },
    overrides: Object.entries(fields).map(([field, said]) => override(field, said)),
  },
  options,
  size,
});

/** Numbers beside each other: the value, and how sure it is. */
export const numbers = (of) =>
  panel('stat', 'table', of, {
    colorMode: 'none',
    graphMode: 'none',
    justifyMode: 'auto',
    orientation: 'vertical',
    reduceOptions: { calcs: ['lastNotNull'], fields: '/.*/', values: false },
    textMode: 'value_and_name',
    wideLayout: true,
  });

const seriesOptions = {
  legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
  tooltip: { mode: 'multi', sort: 'none' },
};

export const lines = (of) =>
  panel('timeseries', 'timeseries', of, seriesOptions, {
    custom: { drawStyle: 'line', lineWidth: 2, showPoints: 'always', spanNulls: true },
    min: 0,
  });

export const bars = (of) =>
  panel('timeseries', 'timeseries', of, seriesOptions, {
    custom: {
      drawStyle: 'bars',
      fillOpacity: 70,
      lineWidth: 0,
      stacking: { mode: 'normal', group: 'A' },
    },
    decimals: 0,
    min: 0,
  });

export const table = (of) => panel('table', 'table', of, { cellHeight: 'sm', showHeader: true });
