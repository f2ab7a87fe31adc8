import { GridRows } from '@visx/grid';
import { scaleLinear, scaleTime } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { ExplainedNumber } from '../explain/explained-number.js';
import { useTimezone } from '../filters/use-filters.js';
import { isFew, type Metric } from '../metrics/metric.js';
import type { Row } from '../metrics/row.js';
import { dayInWords } from '../words/dates.js';
import { NumberAxis, TimeAxis } from './axes.js';
import { Chart } from './chart.js';
import styles from './metric-trend.module.css';
import { PlainTable } from './plain-table.js';
import { onAxis, trendUnit } from './trend-unit.js';

interface MetricTrendProps {
  readonly metric: Metric;
  /** A row for each period, in order. */
  readonly rows: readonly Row[];
  readonly interval: string;
  /** What the rows are about, for `explain`. */
  readonly of?: string;
}

const HEIGHT = 190;
const MARGIN = { top: 10, right: 14, bottom: 26, left: 56 };

/** How a metric went, period by period; a period of which nothing is known is a gap. */
export function MetricTrend({ metric, rows, interval, of }: MetricTrendProps) {
  const timezone = useTimezone();
  const { name } = trendUnit(metric.id, greatestOf(metric, rows));
  const unit = name === '' ? '' : `, deployments ${name}`;
  return (
    <Chart
      title={metric.title}
      says={`By ${interval}${unit}. Pale: few cases. Hollow: not over yet.`}
      label={labelOf(metric, rows, interval)}
      height={HEIGHT}
      table={
        <PlainTable
          caption={`${metric.title} by period`}
          head={['From', metric.title, 'Of']}
          rows={rows.map((row) => [
            dayInWords(row.start, timezone),
            <ExplainedNumber
              key={row.start}
              number={metric.number}
              label={`${metric.title} from ${dayInWords(row.start, timezone)}`}
              of={of}
              from={row.start}
              to={row.end}
            >
              {metric.valueInWords(metric.value(row))}
            </ExplainedNumber>,
            metric.casesInWords(row),
          ])}
        />
      }
    >
      {(width) => <Drawing metric={metric} rows={rows} width={width} timezone={timezone} />}
    </Chart>
  );
}

interface DrawingProps {
  readonly metric: Metric;
  readonly rows: readonly Row[];
  readonly width: number;
  readonly timezone: string;
}

function Drawing({ metric, rows, width, timezone }: DrawingProps) {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (knownOf(metric, rows).length === 0) {
    return (
      <text className={styles.none} x={0} y={HEIGHT / 2}>
        Nothing is known of it in any period.
      </text>
    );
  }
  const greatest = greatestOf(metric, rows);
  const unit = trendUnit(metric.id, greatest);
  const x = scaleTime({
    domain: [Date.parse(first.start), Date.parse(last.end)],
    range: [MARGIN.left, width - MARGIN.right],
  });
  const y = scaleLinear({
    domain: [0, greatest / unit.one || 1],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: true,
  });
  const points = rows.map((row) => {
    const value = metric.value(row);
    return {
      row,
      // In the middle of its period.
      x: x((Date.parse(row.start) + Date.parse(row.end)) / 2),
      y: value === null ? undefined : y(value / unit.one),
    };
  });
  return (
    <>
      <GridRows
        scale={y}
        left={MARGIN.left}
        width={Math.max(0, width - MARGIN.left - MARGIN.right)}
        numTicks={4}
        className={styles.grid}
      />
      <NumberAxis scale={y} left={MARGIN.left} inWords={(value) => onAxis(value, unit)} />
      <TimeAxis scale={x} top={HEIGHT - MARGIN.bottom} width={width} timezone={timezone} />
      <LinePath
        className={styles.line}
        data={points.filter(({ row }) => !row.incomplete)}
        defined={(point) => point.y !== undefined}
        x={(point) => point.x}
        y={(point) => point.y ?? 0}
      />
      {points.map(
        (point) =>
          point.y !== undefined && (
            <circle
              key={point.row.start}
              className={styles.point}
              data-few={isFew(metric, point.row)}
              data-incomplete={point.row.incomplete}
              cx={point.x}
              cy={point.y}
              r="3.2"
            >
              <title>
                {`${dayInWords(point.row.start, timezone)}: ${metric.valueInWords(metric.value(point.row))}, ${metric.casesInWords(point.row)}`}
              </title>
            </circle>
          ),
      )}
    </>
  );
}

function knownOf(metric: Metric, rows: readonly Row[]): readonly number[] {
  return rows.flatMap((row) => metric.value(row) ?? []);
}

function greatestOf(metric: Metric, rows: readonly Row[]): number {
  return Math.max(0, ...knownOf(metric, rows));
}

function labelOf(metric: Metric, rows: readonly Row[], interval: string): string {
  const known = knownOf(metric, rows);
  if (known.length === 0) return `${metric.title} by ${interval}: nothing is known of any period.`;
  const [least, greatest] = [Math.min(...known), Math.max(...known)].map((value) =>
    metric.valueInWords(value),
  );
  return `${metric.title} by ${interval}, between ${least} and ${greatest}.`;
}
