import { curveMonotoneX } from '@visx/curve';
import { scaleLinear, scalePoint } from '@visx/scale';
import { LinePath } from '@visx/shape';
import styles from './sparkline.module.css';

export interface TrendPoint {
  readonly start: string;
  /** null where it cannot be known: a gap, not a zero. */
  readonly value: number | null;
  /** The period is not over. */
  readonly incomplete: boolean;
}

interface SparklineProps {
  readonly points: readonly TrendPoint[];
  readonly width?: number;
  readonly height?: number;
}

/** A trend without axes: decoration beside a number whose words say it; readers of screens skip it. */
export function Sparkline({ points, width = 120, height = 34 }: SparklineProps) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (known.length < 2) return null;
  const x = scalePoint({ domain: points.map(({ start }) => start), range: [3, width - 3] });
  const y = scaleLinear({
    domain: [Math.min(0, ...known), Math.max(...known) || 1],
    range: [height - 3, 3],
  });
  const over = points.filter(({ incomplete }) => !incomplete);
  const last = over.findLast(({ value }) => value !== null);
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <LinePath
        className={styles.line}
        data={[...over]}
        curve={curveMonotoneX}
        defined={({ value }) => value !== null}
        x={({ start }) => x(start) ?? 0}
        y={({ value }) => y(value ?? 0)}
      />
      {last?.value != null && (
        <circle className={styles.last} cx={x(last.start)} cy={y(last.value)} r="2.4" />
      )}
    </svg>
  );
}
