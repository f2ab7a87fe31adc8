import { Change } from '../components/change.js';
import { ofGroup } from '../explain/explain-of.js';
import { ExplainedNumber } from '../explain/explained-number.js';
import type { Grouping } from '../filters/filters.js';
import { changeInWords } from '../words/changes.js';
import { isFew, type Metric } from './metric.js';
import styles from './metric-cell.module.css';
import type { Row } from './row.js';

interface MetricCellProps {
  readonly metric: Metric;
  readonly row: Row;
  readonly grouping: Grouping;
}

/** A metric of a member of a grouping: its value over what it rests on, and a change that is clear. */
export function MetricCell({ metric, row, grouping }: MetricCellProps) {
  const change = changeInWords(metric.comparison(row), metric.better);
  const name = row.group[grouping] ?? null;
  return (
    <>
      <span className={styles.value} data-few={isFew(metric, row)}>
        <ExplainedNumber
          number={metric.number}
          label={`${metric.title} of ${name ?? `no ${grouping}`}`}
          of={ofGroup(grouping, name)}
        >
          {metric.valueInWords(metric.value(row))}
        </ExplainedNumber>
        {change.tone !== 'neutral' && (
          <>
            {' '}
            <Change change={change} />
          </>
        )}
      </span>
      <span className={styles.cases}>{metric.casesBriefly(row)}</span>
    </>
  );
}
