import { funnelLimits, isBeyondChance } from '@throughline/dora';
import { curveLinear } from '@visx/curve';
import { GridRows } from '@visx/grid';
import { AxisBottom } from '@visx/axis';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { useNavigate } from '@tanstack/react-router';
import { NumberAxis } from '../../charts/axes.js';
import axes from '../../charts/axes.module.css';
import { Chart } from '../../charts/chart.js';
import { PlainTable } from '../../charts/plain-table.js';
import type { Row } from '../../metrics/row.js';
import { percentInWords } from '../../words/numbers.js';
import { type FunnelPoint, funnelPoints, pooledRate } from './funnel-points.js';
import styles from './failure-funnel.module.css';

const HEIGHT = 300;
const MARGIN = { top: 10, right: 14, bottom: 40, left: 52 };
/** The two rings of Spiegelhalter's plot: beyond the first is unusual, beyond the second hardly chance. */
const COVERAGES = [0.95, 0.998] as const;
const STEPS = 60;

interface FailureFunnelProps {
  /** A row for each service. */
  readonly rows: readonly Row[];
}

/** Which services fail more, or less, than chance alone would spread them. */
export function FailureFunnel({ rows }: FailureFunnelProps) {
  const points = funnelPoints(rows);
  const pooled = pooledRate(points);
  const outside = points.filter((point) => isOutside(point, pooled));
  return (
    <Chart
      title="Who fails more than chance explains"
      says={`Fail rate against deployments. Between the inner lines are 95 % of services that fail as often as all do together (${percentInWords(pooled)}), between the outer 99.8 %. Hollow: few deployments, beyond the scale.`}
      label={`Change fail rates of ${points.length} services; ${outside.length} of them are further from the rest than chance explains.`}
      height={HEIGHT}
      table={
        <PlainTable
          caption="Fail rate by service"
          head={['Service', 'Failed', 'Deployments', 'Rate']}
          rows={points.map(({ name, failed, n, rate }) => [
            <span key={name} className="said">
              {name}
            </span>,
            failed,
            n,
            percentInWords(rate),
          ])}
        />
      }
    >
      {(width) => <Drawing width={width} points={points} pooled={pooled} />}
    </Chart>
  );
}

interface DrawingProps {
  readonly width: number;
  readonly points: readonly FunnelPoint[];
  readonly pooled: number;
}

function Drawing({ width, points, pooled }: DrawingProps) {
  const navigate = useNavigate();
  const most = Math.max(10, ...points.map(({ n }) => n)) * 1.04;
  const x = scaleLinear({ domain: [0, most], range: [MARGIN.left, width - MARGIN.right] });
  const highest =
    Math.max(0.1, pooled * 2.5, ...points.filter(isTelling).map(({ rate }) => rate)) * 1.06;
  const y = scaleLinear({
    domain: [0, Math.min(1, highest)],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: true,
  });
  const ns = Array.from({ length: STEPS }, (_, step) =>
    Math.max(1, Math.round(most * ((step + 1) / STEPS) ** 2)),
  );
  const top = y.domain()[1] ?? 1;
  return (
    <>
      <GridRows
        scale={y}
        left={MARGIN.left}
        width={Math.max(0, width - MARGIN.left - MARGIN.right)}
        numTicks={4}
        className={styles.grid}
      />
      <NumberAxis
        scale={y}
        left={MARGIN.left}
        inWords={(value) => `${Math.round(value * 100)} %`}
      />
      <AxisBottom
        scale={x}
        top={HEIGHT - MARGIN.bottom}
        numTicks={Math.max(2, Math.floor(width / 110))}
        axisLineClassName={axes.line}
        hideTicks
        tickLabelProps={{ className: axes.label, textAnchor: 'middle' }}
        label="deployments"
        labelProps={{ className: axes.label, textAnchor: 'middle' }}
        labelOffset={6}
      />
      <line
        className={styles.pooled}
        x1={MARGIN.left}
        x2={width - MARGIN.right}
        y1={y(pooled)}
        y2={y(pooled)}
      />
      {COVERAGES.flatMap((coverage) =>
        (['low', 'high'] as const).map((side) => (
          <LinePath
            key={`${coverage} ${side}`}
            className={styles.limit}
            data-outer={coverage > 0.95}
            curve={curveLinear}
            data={ns.filter((n) => funnelLimits(n, pooled, coverage)[side] <= top)}
            x={(n) => x(n)}
            y={(n) => y(funnelLimits(n, pooled, coverage)[side])}
          />
        )),
      )}
      {points.map((point) => (
        <circle
          key={point.name}
          className={styles.service}
          data-outside={isOutside(point, pooled)}
          data-cut={point.rate > top}
          cx={x(point.n)}
          cy={y(Math.min(point.rate, top))}
          r="5"
          onClick={() => {
            void navigate({ to: '/services/$service', params: { service: point.name } });
          }}
        >
          <title>{pointInWords(point)}</title>
        </circle>
      ))}
      {points
        .filter((point) => isOutside(point, pooled))
        .slice(0, 8)
        .map(({ name, n, rate }) => (
          <text
            key={name}
            className={styles.name}
            x={x(n) + (x(n) > width / 2 ? -9 : 9)}
            y={y(Math.min(rate, top)) + 4}
            textAnchor={x(n) > width / 2 ? 'end' : 'start'}
          >
            {name.slice(0, 24)}
          </text>
        ))}
    </>
  );
}

/** Of few deployments any rate may come; where such a point lies does not set the scale. */
function isTelling({ n }: FunnelPoint): boolean {
  return n >= 10;
}

function pointInWords({ name, failed, n, rate }: FunnelPoint): string {
  return `${name.slice(0, 100)}: ${failed} of ${n} failed, ${percentInWords(rate)}`;
}

function isOutside({ failed, n }: FunnelPoint, pooled: number): boolean {
  return isBeyondChance(failed, n, pooled, 0.998);
}
