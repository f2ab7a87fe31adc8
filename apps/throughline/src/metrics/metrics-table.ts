import Table from 'cli-table3';
import {
  durationInWords,
  frequencyInWords,
  numberInWords,
  rateInWords,
  UNKNOWN,
} from './in-words.js';
import type { MetricsAnswer, MetricsRow } from './metrics-answer.js';

/** A cell's parts stand beside each other where there is room, else below each other. */
type Cell = readonly string[];

interface Column {
  readonly title: string;
  readonly cell: (row: MetricsRow) => Cell;
}

const METRICS: readonly Column[] = [
  {
    title: 'Deployments',
    cell: ({ deploymentFrequency: { deployments, perDay } }) => [
      numberInWords(deployments),
      `(${frequencyInWords(perDay)})`,
    ],
  },
  {
    title: 'Lead time',
    cell: ({ changeLeadTime: { p50, p90 } }) =>
      p50 === null ? [UNKNOWN] : [durationInWords(p50), `(p90 ${durationInWords(p90)})`],
  },
  { title: 'Change fail rate', cell: ({ changeFailRate }) => rateInWords(changeFailRate) },
  {
    title: 'Recovery',
    cell: ({ recoveryTime: { failed, recovered, p50 } }) =>
      failed === null || failed === 0
        ? [UNKNOWN]
        : [durationInWords(p50), `(${numberInWords(recovered)} of ${numberInWords(failed)})`],
  },
  { title: 'Rework rate', cell: ({ reworkRate }) => rateInWords(reworkRate) },
];

/** Draws the answer of `GET /v1/metrics`, as wide as it needs or, if given, at most that `width`. */
export function metricsTable(answer: MetricsAnswer, width: number | undefined): string {
  const columns = [...leadingColumns(answer), ...METRICS];
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
