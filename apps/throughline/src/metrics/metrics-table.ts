import {
  durationInWords,
  frequencyInWords,
  numberInWords,
  rateInWords,
  UNKNOWN_IN_WORDS as UNKNOWN,
} from '@throughline/dora';
import Table from 'cli-table3';
import type { MetricsAnswer, MetricsRow } from './metrics-answer.js';

/** A cell's parts stand beside each other where there is room, else below each other. */
type Cell = readonly string[];

interface Column {
  readonly title: string;
  /** The metric that it shows, for what a comparison says of it. */
  readonly metric?: string;
  readonly cell: (row: MetricsRow) => Cell;
}

const METRICS: readonly Column[] = [
  {
    title: 'Deployments',
    metric: 'deploymentFrequency',
    cell: ({ deploymentFrequency: { deployments, perDay } }) => [
      numberInWords(deployments),
      `(${frequencyInWords(perDay)})`,
    ],
  },
  {
    title: 'Lead time',
    metric: 'changeLeadTime',
    cell: ({ changeLeadTime: { p50, p90 } }) =>
      p50 === null ? [UNKNOWN] : [durationInWords(p50), `(p90 ${durationInWords(p90)})`],
  },
  {
    title: 'Change fail rate',
    metric: 'changeFailRate',
    cell: ({ changeFailRate }) => rateInWords(changeFailRate),
  },
];

const RECOVERY: Column = {
  title: 'Recovery',
  metric: 'recoveryTime',
  cell: ({ recoveryTime }) =>
    partlyOver(recoveryTime?.recovered, recoveryTime?.failed, recoveryTime?.p50),
};

const RESTORE: Column = {
  title: 'Time to restore',
  metric: 'timeToRestore',
  cell: ({ timeToRestore: { resolved, incidents, p50 } }) => partlyOver(resolved, incidents, p50),
};

const REWORK: Column = {
  title: 'Rework rate',
  metric: 'reworkRate',
  cell: ({ reworkRate }) => (reworkRate === null ? [UNKNOWN] : rateInWords(reworkRate)),
};

/** A median, and how many of all it is over. */
function partlyOver(
  ended: number | null | undefined,
  all: number | null | undefined,
  p50: number | null | undefined,
): Cell {
  if (!all) return [UNKNOWN];
  return [durationInWords(p50 ?? null), `(${numberInWords(ended ?? 0)} of ${numberInWords(all)})`];
}

/** What a definition does not have is not shown; most have a time to restore in place of recovery. */
function metricColumns({ rows }: MetricsAnswer): readonly Column[] {
  const has = (metric: 'recoveryTime' | 'reworkRate') => rows.some((row) => row[metric] !== null);
  return [
    ...METRICS,
    has('recoveryTime') ? RECOVERY : RESTORE,
    ...(has('reworkRate') ? [REWORK] : []),
  ].map((column) => ({
    ...column,
    cell: (row) => [...column.cell(row), ...changeOf(row, column)],
  }));
}

/** Beside a comparison: what may be said of a change. */
function changeOf({ comparison }: MetricsRow, { metric }: Column): Cell {
  const compared = comparison?.[metric ?? ''] as { readonly verdict?: string } | null | undefined;
  return CHANGE[compared?.verdict ?? ''] ?? [];
}

const CHANGE: Readonly<Record<string, Cell>> = {
  higher: ['↑ higher'],
  lower: ['↓ lower'],
  no_clear_change: ['≈ no clear change'],
  too_little_data: ['? too little data'],
};

/** Draws the answer of `GET /v1/metrics`, as wide as it needs or, if given, at most that `width`. */
export function metricsTable(answer: MetricsAnswer, width: number | undefined): string {
  const columns = [...leadingColumns(answer), ...metricColumns(answer)];
  const wide = draw(columns, answer.rows, ' ');
  const table = width === undefined || fits(wide, width) ? wide : draw(columns, answer.rows, '\n');
  return `${heading(answer)}\n${table}`;
}

function leadingColumns({ rows, interval }: MetricsAnswer): readonly Column[] {
  const groups = [...new Set(rows.flatMap(({ group }) => Object.keys(group ?? {})))];
  const columns: Column[] = groups.map((name) => ({
    title: capitalised(name),
    cell: ({ group }) => [group?.[name] ?? UNKNOWN],
  }));
  if (interval !== 'none') {
    columns.push({ title: capitalised(interval), cell: ({ start }) => [start.slice(0, 10)] });
  }
  return columns;
}

function draw(columns: readonly Column[], rows: readonly MetricsRow[], between: string): string {
  const table = new Table({
    head: columns.map(({ title }) => title),
    // No colours: the table is also read in logs, and by people with other colours set.
    style: { head: [], border: [] },
  });
  for (const row of rows) table.push(columns.map(({ cell }) => cell(row).join(between)));
  return table.toString();
}

function heading({ definition, from, to, timezone }: MetricsAnswer): string {
  const [first, end] = [from.slice(0, 10), to.slice(0, 10)];
  return `From ${first} up to ${end} (${timezone}), definition ${definition.id}; times are medians`;
}

function fits(table: string, width: number): boolean {
  return table.split('\n').every((line) => line.length <= width);
}

function capitalised(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
