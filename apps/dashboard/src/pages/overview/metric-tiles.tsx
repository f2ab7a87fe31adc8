import { Sparkline } from '../../charts/sparkline.js';
import { Change } from '../../components/change.js';
import { DefineButton } from '../../explain/define-button.js';
import { ExplainedNumber } from '../../explain/explained-number.js';
import { isFew, type Metric, METRICS } from '../../metrics/metric.js';
import type { Row } from '../../metrics/row.js';
import { trendOf } from '../../metrics/trend.js';
import { changeInWords } from '../../words/changes.js';
import styles from './metric-tiles.module.css';

interface MetricTilesProps {
  readonly row: Row | undefined;
  /** The rows of the same group, one a period. */
  readonly trend: readonly Row[];
  /** What the row is about, for `explain`; left out for the whole page. */
  readonly of?: string;
}

/** The five numbers: value, how sure it is, what changed, and how it went. */
export function MetricTiles({ row, trend, of }: MetricTilesProps) {
  return (
    <ul className={styles.tiles}>
      {METRICS.map((metric) => (
        <li key={metric.id} className={styles.tile}>
          <MetricTile metric={metric} row={row} trend={trend} of={of} />
        </li>
      ))}
    </ul>
  );
}

function MetricTile({ metric, row, trend, of }: MetricTilesProps & { readonly metric: Metric }) {
  return (
    <>
      <header className={styles.title}>
        <h2>{metric.title}</h2>
        <DefineButton metric={metric} />
      </header>
      {row === undefined ? (
        <p className={styles.value}>–</p>
      ) : (
        <>
          <p className={styles.value} data-few={isFew(metric, row)}>
            <ExplainedNumber number={metric.number} label={metric.title} of={of}>
              {metric.valueInWords(metric.value(row))}
            </ExplainedNumber>
          </p>
          <p className={styles.sure}>
            {[metric.casesInWords(row), metric.intervalInWords(row)].filter(Boolean).join(' · ')}
          </p>
          <p>
            <Change change={changeInWords(metric.comparison(row), metric.better)} />
          </p>
        </>
      )}
      <div className={styles.trend}>
        <Sparkline points={trendOf(metric, trend)} width={220} height={38} />
      </div>
    </>
  );
}
