import type { Column } from '../components/data-table.js';
import type { Grouping } from '../filters/filters.js';
import { METRICS } from './metric.js';
import { MetricCell } from './metric-cell.js';
import type { Row } from './row.js';

/** What a table has of its members' numbers; undefined where a member has none in the window. */
export interface Measured {
  readonly row: Row | undefined;
}

/** A column for each of the five metrics. */
export function metricColumns<Item extends Measured>(grouping: Grouping): readonly Column<Item>[] {
  return METRICS.map((metric) => ({
    id: metric.id,
    title: metric.short,
    value: ({ row }) => (row === undefined ? null : metric.value(row)),
    sortsFirst: 'descending',
    cell: ({ row }) =>
      row === undefined ? '–' : <MetricCell metric={metric} row={row} grouping={grouping} />,
  }));
}
