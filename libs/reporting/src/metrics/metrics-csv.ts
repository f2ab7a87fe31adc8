import type { MetricName } from '@throughline/dora';
import { z } from 'zod';
import type { Grouping } from './metrics-parameters.js';
import { type MetricsAnswer, type MetricsRow, metricsSchemas } from './metrics-row.js';

type Cell = string | number | boolean | null;

/** A column for each number of each metric, in the order of the schema. */
const NUMBERS = Object.entries(metricsSchemas).flatMap(([metric, schema]) =>
  leavesOf(schema, [metric]),
);

/** The paths of the numbers in a schema: `recoveryTime.kaplanMeier.p50`. */
function leavesOf(schema: z.ZodType, path: readonly string[]): readonly (readonly string[])[] {
  const inner = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  if (!(inner instanceof z.ZodObject)) return [path];
  const shape = inner.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(shape).flatMap(([key, value]) => leavesOf(value, [...path, key]));
}

/** The names of all numbers of a row, as CSV heads its columns and `GET /v1/explain` takes them. */
export const METRIC_NUMBERS: readonly string[] = NUMBERS.map((path) => path.join('.'));

/** The answer as CSV (RFC 4180): a line a row, a column a number, empty where it is not known. */
export function metricsCsv(
  { rows }: MetricsAnswer,
  groupBy: Grouping,
  metrics: readonly MetricName[],
): string {
  const groups = groupBy === 'none' ? [] : [groupBy];
  const numbers = NUMBERS.filter(([metric]) => metrics.some((name) => name === metric));
  const header = [
    ...groups,
    'start',
    'end',
    ...numbers.map((path) => path.join('.')),
    'incomplete',
  ];
  const lines = rows.map((row): Cell[] => [
    ...groups.map((name) => row.group[name] ?? null),
    row.start,
    row.end,
    ...numbers.map((path) => cellAt(row, path)),
    row.incomplete,
  ]);
  return [header, ...lines].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function cellAt(row: MetricsRow, path: readonly string[]): Cell {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Readonly<Record<string, unknown>> | null)?.[key],
    row,
  );
  return (value as Cell | undefined) ?? null;
}

/** A spreadsheet runs a cell that begins like this as a formula, whoever chose the text. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
