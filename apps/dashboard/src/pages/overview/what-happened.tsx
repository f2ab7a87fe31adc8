import { useInfiniteQuery } from '@tanstack/react-query';
import { deploymentsQuestion, incidentsQuestion } from '../../api/questions.js';
import type { ScopeQuery } from '../../filters/filters.js';
import { useTrendInterval } from '../../filters/use-filters.js';
import type { Row } from '../../metrics/row.js';
import { DeliveryTimeline } from './delivery-timeline.js';
import { OpenWork } from './open-work.js';
import styles from './overview-page.module.css';

/** As many failures and incidents as a timeline can tell apart. */
const MARKS = 300;

interface WhatHappenedProps {
  readonly scope: ScopeQuery;
  /** A row for each period. */
  readonly rows: readonly Row[];
  readonly whole: Row | undefined;
  readonly until: string;
  /** What the rows are about, for `explain`; left out for the whole page. */
  readonly of?: string;
}

/** The timeline, and beside it what of it is not over. */
export function WhatHappened({ scope, rows, whole, until, of }: WhatHappenedProps) {
  const interval = useTrendInterval();
  const failed = useInfiniteQuery(deploymentsQuestion({ ...scope, failed: true, limit: MARKS }));
  const reported = useInfiniteQuery(incidentsQuestion({ ...scope, limit: MARKS }));
  const failures = failed.data?.pages.flatMap(({ items }) => items);
  const incidents = reported.data?.pages.flatMap(({ items }) => items);
  return (
    <div className={styles.pair}>
      <DeliveryTimeline
        rows={rows}
        failures={failures ?? []}
        incidents={incidents ?? []}
        interval={interval}
      />
      <OpenWork
        row={whole}
        failures={failures?.filter(({ recoveredAt }) => recoveredAt === null)}
        incidents={incidents?.filter(({ resolvedAt }) => resolvedAt === null)}
        until={until}
        of={of}
      />
    </div>
  );
}
