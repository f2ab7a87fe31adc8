import type { Grouping } from './metrics-parameters.js';
import { type MetricsAnswer, type MetricsRow, metricsRowSchema } from './metrics-row.js';

type Cell = string | number | null;

const { group: _group, start: _start, end: _end, ...METRICS } = metricsRowSchema.shape;

/** A column for each number of each metric, in the order of the schema. */
const NUMBERS = (Object.keys(METRICS) as (keyof typeof METRICS)[]).flatMap((metric) =>
  Object.keys(METRICS[metric].shape).map((name) => ({
    title: `${metric}.${name}`,
    of: (row: MetricsRow): Cell => (row[metric] as Record<string, Cell>)[name] ?? null,
  })),
);

/** The answer as CSV (RFC 4180): a line a row, a column a number, empty where it is not known. */
export function metricsCsv({ rows }: MetricsAnswer, groupBy: Grouping): string {
  const groups = groupBy === 'none' ? [] : [groupBy];
  const header = [...groups, 'start', 'end', ...NUMBERS.map(({ title }) => title)];
  const lines = rows.map((row): Cell[] => [
    ...groups.map((name) => row.group[name] ?? null),
    row.start,
    row.end,
    ...NUMBERS.map(({ of }) => of(row)),
  ]);
  return [header, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A spreadsheet runs a cell that begins like this as a formula, whoever chose the text. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
