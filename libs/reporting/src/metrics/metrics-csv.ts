import type { MetricsAnswer, MetricsRow } from './metrics-row.js';

type Cell = string | number | null;

/** The answer as CSV (RFC 4180): a line a row, a column a number, empty where it is not known. */
export function metricsCsv({ rows }: MetricsAnswer): string {
  const [first] = rows;
  if (first === undefined) return '';
  const lines = [cellsOf(first).map(([name]) => name), ...rows.map((row) => valuesOf(row))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function valuesOf(row: MetricsRow): Cell[] {
  return cellsOf(row).map(([, value]) => value);
}

function cellsOf({ group, start, end, ...metrics }: MetricsRow): (readonly [string, Cell])[] {
  return [
    ...Object.entries(group),
    ['start', start],
    ['end', end],
    ...Object.entries(metrics).flatMap(([metric, values]) =>
      Object.entries(values).map(([name, value]) => [`${metric}.${name}`, value as Cell] as const),
    ),
  ];
}

/** A spreadsheet runs a cell that begins like this as a formula, whoever chose the text. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
