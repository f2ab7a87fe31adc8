import type { DeploymentItem, IncidentItem } from '@throughline/api-client';
import { GridRows } from '@visx/grid';
import { scaleLinear, scaleTime } from '@visx/scale';
import { NumberAxis, TimeAxis } from '../../charts/axes.js';
import { Chart } from '../../charts/chart.js';
import { PlainTable } from '../../charts/plain-table.js';
import { useTimezone } from '../../filters/use-filters.js';
import type { Row } from '../../metrics/row.js';
import { dayInWords, momentInWords } from '../../words/dates.js';
import styles from './delivery-timeline.module.css';

interface DeliveryTimelineProps {
  /** A row for each period, in order. */
  readonly rows: readonly Row[];
  readonly failures: readonly DeploymentItem[];
  readonly incidents: readonly IncidentItem[];
  readonly interval: string;
}

const HEIGHT = 250;
const MARGIN = { top: 8, right: 10, bottom: 26, left: 62 };
/** Below the bars: a line of failed deployments and one of incidents. */
const LANE = 22;
const LANES_TOP = HEIGHT - MARGIN.bottom - 2 * LANE;

/** Deployments by period, with what failed and what was on fire right under them. */
export function DeliveryTimeline({ rows, failures, incidents, interval }: DeliveryTimelineProps) {
  const timezone = useTimezone();
  const counts = rows.map((row) => row.deploymentFrequency?.deployments ?? 0);
  const failed = rows.map((row) => row.changeFailRate?.failed ?? 0);
  return (
    <Chart
      title="Deployments and incidents"
      says={`Deployments a ${interval}; below, each failed deployment and how long each incident lasted.`}
      label={`${sum(counts)} deployments, ${sum(failed)} of them failed, and ${incidents.length} incidents, by ${interval}.`}
      height={HEIGHT}
      table={
        <PlainTable
          caption="Deployments and failures by period"
          head={['From', 'Deployments', 'Failed']}
          rows={rows.map((row, index) => [
            dayInWords(row.start, timezone),
            counts[index],
            failed[index],
          ])}
        />
      }
    >
      {(width) => (
        <Drawing
          width={width}
          rows={rows}
          counts={counts}
          failures={failures}
          incidents={incidents}
          timezone={timezone}
        />
      )}
    </Chart>
  );
}

interface DrawingProps extends Omit<DeliveryTimelineProps, 'interval'> {
  readonly width: number;
  readonly counts: readonly number[];
  readonly timezone: string;
}

function Drawing({ width, rows, counts, failures, incidents, timezone }: DrawingProps) {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [from, to] = [Date.parse(first.start), Date.parse(last.end)];
  const x = scaleTime({ domain: [from, to], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear({
    domain: [0, Math.max(1, ...counts)],
    range: [LANES_TOP - 8, MARGIN.top],
    nice: true,
  });
  const inside = (time: number) => Math.min(to, Math.max(from, time));
  return (
    <>
      <GridRows
        scale={y}
        left={MARGIN.left}
        width={Math.max(0, width - MARGIN.left - MARGIN.right)}
        numTicks={4}
        className={styles.grid}
      />
      <NumberAxis scale={y} left={MARGIN.left} inWords={(value) => String(value)} />
      <TimeAxis scale={x} top={HEIGHT - MARGIN.bottom} width={width} timezone={timezone} />
      {rows.map((row, index) => {
        const [left, right] = [x(Date.parse(row.start)), x(Date.parse(row.end))];
        const count = counts[index] ?? 0;
        return (
          <rect
            key={row.start}
            className={styles.deployments}
            data-incomplete={row.incomplete}
            x={left + 0.5}
            width={Math.max(1, right - left - 1)}
            y={y(count)}
            height={y(0) - y(count)}
            rx="1.5"
          >
            <title>{`${dayInWords(row.start, timezone)}: ${count} deployments`}</title>
          </rect>
        );
      })}
      <text className={styles.lane} x={MARGIN.left - 6} y={LANES_TOP + LANE / 2 + 4}>
        failed
      </text>
      {failures.map(({ service, environment, id, finishedAt }) =>
        finishedAt === null ? null : (
          <circle
            key={JSON.stringify([service, environment, id])}
            className={styles.failed}
            cx={x(Date.parse(finishedAt))}
            cy={LANES_TOP + LANE / 2}
            r="4"
          >
            <title>{`${service} ${id} failed, ${momentInWords(finishedAt, timezone)}`}</title>
          </circle>
        ),
      )}
      <text className={styles.lane} x={MARGIN.left - 6} y={LANES_TOP + LANE * 1.5 + 4}>
        incidents
      </text>
      {incidents.map(({ source, id, openedAt, resolvedAt, title }) => {
        const start = x(inside(Date.parse(openedAt)));
        const end = x(inside(resolvedAt === null ? to : Date.parse(resolvedAt)));
        return (
          <rect
            key={JSON.stringify([source, id])}
            className={styles.incident}
            data-open={resolvedAt === null}
            x={start}
            width={Math.max(4, end - start)}
            y={LANES_TOP + LANE + 6}
            height={10}
            rx="3"
          >
            <title>{`${(title ?? id).slice(0, 200)}, ${momentInWords(openedAt, timezone)}`}</title>
          </rect>
        );
      })}
    </>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
