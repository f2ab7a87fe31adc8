import type { MetricsAnswer } from '@throughline/api-client';
import { MetricTrend } from '../../charts/metric-trend.js';
import { Asked } from '../../components/asked.js';
import { METRICS } from '../../metrics/metric.js';
import { isEmpty, type Row } from '../../metrics/row.js';
import { LeadTimeStages } from '../overview/lead-time-stages.js';
import { MetricTiles } from '../overview/metric-tiles.js';
import { WhatHappened } from '../overview/what-happened.js';
import styles from './group-numbers.module.css';
import type { Group } from './use-group.js';

interface GroupNumbersProps {
  readonly group: Group;
  readonly answer: MetricsAnswer;
  readonly row: Row;
  readonly trend: {
    readonly data: readonly Row[] | undefined;
    readonly error: Error | null;
    readonly isPlaceholderData: boolean;
  };
  readonly interval: string;
}

/** The five numbers of a team or service, what happened, and how each of them went. */
export function GroupNumbers({ group, answer, row, trend, interval }: GroupNumbersProps) {
  const { of, scope } = group;
  if (isEmpty(row)) return <MetricTiles row={row} trend={trend.data ?? []} of={of} />;
  return (
    <>
      <MetricTiles row={row} trend={trend.data ?? []} of={of} />
      <Asked question={trend} height={360}>
        {(rows) => (
          <div className={styles.page}>
            <WhatHappened scope={scope} rows={rows} whole={row} until={answer.to} of={of} />
            <div className={styles.trends}>
              {METRICS.map((metric) => (
                <MetricTrend
                  key={metric.id}
                  metric={metric}
                  rows={rows}
                  interval={interval}
                  of={of}
                />
              ))}
              <LeadTimeStages row={row} of={of} />
            </div>
          </div>
        )}
      </Asked>
    </>
  );
}
