import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { metricsQuestion } from '../../api/questions.js';
import { Sparkline } from '../../charts/sparkline.js';
import { Card } from '../../components/card.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { CsvLink } from '../../components/csv-link.js';
import type { Grouping } from '../../filters/filters.js';
import { useScope, useTrendInterval } from '../../filters/use-filters.js';
import { MetricCell } from '../../metrics/metric-cell.js';
import { METRICS, type Metric } from '../../metrics/metric.js';
import type { Row } from '../../metrics/row.js';
import { type Heat, heatOf } from './heat.js';
import styles from './heat-table.module.css';

interface HeatTableProps {
  readonly grouping: Grouping;
  readonly rows: readonly Row[];
}

/** Every member of a grouping by every metric: shaded by rank, paler where it rests on few cases. */
export function HeatTable({ grouping, rows }: HeatTableProps) {
  const [inSight, setInSight] = useState<readonly string[]>([]);
  const scope = useScope();
  const trends = useTrends(grouping, inSight);
  const columns = useMemo(() => columnsOf(grouping, rows, trends), [grouping, rows, trends]);
  return (
    <Card
      title={`By ${grouping}`}
      says="Shaded: the least hoped-for fifths among those with ten cases or more. Pale: fewer. Sorts by any column; every number opens."
      tools={<CsvLink path="/v1/metrics" query={{ ...scope, groupBy: grouping }} />}
    >
      <DataTable
        caption={`Metrics by ${grouping}`}
        items={rows}
        columns={columns}
        keyOf={(row) => nameOf(grouping, row) ?? ''}
        sortedBy={{ id: 'deploymentFrequency', descending: true }}
        onInSight={setInSight}
      />
    </Card>
  );
}

/** How often each of those in sight deployed, period by period: asked for when they come into sight. */
function useTrends(grouping: Grouping, names: readonly string[]) {
  const scope = useScope();
  const interval = useTrendInterval();
  const asked = names.filter((name) => name !== '');
  const { data } = useQuery({
    ...metricsQuestion({
      ...scope,
      [grouping]: asked.join(','),
      groupBy: grouping,
      interval,
      metrics: 'deploymentFrequency',
    }),
    enabled: asked.length > 0,
  });
  return useMemo(() => {
    const trends = new Map<string, Row[]>();
    for (const row of data?.rows ?? []) {
      const name = nameOf(grouping, row) ?? '';
      const known = trends.get(name);
      if (known === undefined) trends.set(name, [row]);
      else known.push(row);
    }
    return trends;
  }, [data, grouping]);
}

function columnsOf(
  grouping: Grouping,
  rows: readonly Row[],
  trends: ReadonlyMap<string, readonly Row[]>,
): readonly Column<Row>[] {
  return [
    {
      id: 'name',
      title: grouping.charAt(0).toUpperCase() + grouping.slice(1),
      value: (row) => nameOf(grouping, row),
      cell: (row) => <Name grouping={grouping} row={row} />,
    },
    ...METRICS.map((metric): Column<Row> => {
      const heat = heatOf(metric, rows);
      return {
        id: metric.id,
        title: metric.short,
        value: metric.value,
        sortsFirst: 'descending',
        cell: (row) => <HeatCell metric={metric} row={row} heat={heat(row)} grouping={grouping} />,
      };
    }),
    {
      id: 'trend',
      title: 'Deployments over time',
      cell: (row) => (
        <Sparkline
          width={110}
          height={26}
          points={(trends.get(nameOf(grouping, row) ?? '') ?? []).map((period) => ({
            start: period.start,
            value: period.deploymentFrequency?.deployments ?? null,
            incomplete: period.incomplete,
          }))}
        />
      ),
    },
  ];
}

function nameOf(grouping: Grouping, row: Row): string | null {
  return row.group[grouping] ?? null;
}

function Name({ grouping, row }: { readonly grouping: Grouping; readonly row: Row }) {
  const name = nameOf(grouping, row);
  if (name === null) return <em>no {grouping}</em>;
  if (grouping === 'service') {
    return (
      <Link to="/services/$service" params={{ service: name }} className={`said ${styles.name}`}>
        {name}
      </Link>
    );
  }
  if (grouping === 'team') {
    return (
      <Link to="/teams/$team" params={{ team: name }} className={`said ${styles.name}`}>
        {name}
      </Link>
    );
  }
  return <span className={`said ${styles.name}`}>{name}</span>;
}

interface HeatCellProps {
  readonly metric: Metric;
  readonly row: Row;
  readonly heat: Heat;
  readonly grouping: Grouping;
}

function HeatCell({ heat, ...cell }: HeatCellProps) {
  return (
    <span className={styles.cell} data-heat={heat}>
      <MetricCell {...cell} />
    </span>
  );
}
