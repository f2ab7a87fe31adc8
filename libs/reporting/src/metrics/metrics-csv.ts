import type { MetricName } from '@throughline/dora';
import { cellAt, columnName, columnsOf } from '../csv/csv-columns.js';
import { type Cell, csvLine } from '../csv/csv-line.js';
import type { Grouping } from './metrics-parameters.js';
import { type MetricsAnswer, metricsSchemas } from './metrics-row.js';

/** A column for each number of each metric, in the order of the schema. */
const NUMBERS = Object.entries(metricsSchemas).flatMap(([metric, schema]) =>
  columnsOf(schema, [metric]),
);

/** The names of all numbers of a row, as CSV heads its columns and `GET /v1/explain` takes them. */
export const METRIC_NUMBERS: readonly string[] = NUMBERS.map(columnName);

/** The answer as CSV (RFC 4180): a line a row, a column a number, empty where it is not known. */
export function metricsCsv(
  { rows }: MetricsAnswer,
  groupBy: Grouping,
  metrics: readonly MetricName[],
): string {
  const groups = groupBy === 'none' ? [] : [groupBy];
  const numbers = NUMBERS.filter(([metric]) => metrics.some((name) => name === metric));
  const header = [...groups, 'start', 'end', ...numbers.map(columnName), 'incomplete'];
  const lines = rows.map((row): Cell[] => [
    ...groups.map((name) => row.group[name] ?? null),
    row.start,
    row.end,
    ...numbers.map((path) => cellAt(row, path)),
    row.incomplete,
  ]);
  return [header, ...lines].map(csvLine).join('');
}
