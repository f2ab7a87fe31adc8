import { useQuery } from '@tanstack/react-query';
import { metricsQuestion, servicesQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { PageTitle } from '../../components/page-title.js';
import { useAddress, useScope, useTrendInterval } from '../../filters/use-filters.js';
import { isEmpty, type Row } from '../../metrics/row.js';
import { FailureFunnel } from './failure-funnel.js';
import { HeatTable } from './heat-table.js';
import { LeadTimeStages } from './lead-time-stages.js';
import { MetricTiles } from './metric-tiles.js';
import { NothingHere } from './nothing-here.js';
import styles from './overview-page.module.css';
import { QualityStrip } from './quality-strip.js';
import { Welcome } from './welcome.js';
import { WhatChangedCard } from './what-changed-card.js';
import { usePartsOfRates } from './parts-of-rates.js';
import { WhatHappened } from './what-happened.js';

/** What leaders look at: the five numbers, what changed and where, and what is wrong. */
export function OverviewPage() {
  const scope = useScope();
  const services = useQuery(servicesQuestion());
  const whole = useQuery(metricsQuestion({ ...scope, compare: 'previous' }));
  const row = whole.data?.rows[0];
  const isUnused = services.data?.items.length === 0;
  return (
    <div className={styles.page}>
      <PageTitle title="Delivery" answer={whole.data} />
      {isUnused && <Welcome />}
      {!isUnused && row !== undefined && isEmpty(row) && services.data !== undefined && (
        <NothingHere services={services.data.items} environment={scope.environment} />
      )}
      {!isUnused && !(row !== undefined && isEmpty(row)) && (
        <Numbers
          whole={{ error: whole.error, isPlaceholderData: whole.isPlaceholderData }}
          row={row}
        />
      )}
    </div>
  );
}

interface NumbersProps {
  readonly whole: { readonly error: Error | null; readonly isPlaceholderData: boolean };
  readonly row: Row | undefined;
}

function Numbers({ whole, row }: NumbersProps) {
  const scope = useScope();
  const interval = useTrendInterval();
  const { groupBy = 'service' } = useAddress();
  const trend = useQuery(metricsQuestion({ ...scope, interval }));
  const grouped = useQuery(metricsQuestion({ ...scope, groupBy, compare: 'previous' }));
  const byService = useQuery(
    metricsQuestion({ ...scope, groupBy: 'service', compare: 'previous' }),
  );
  const parts = usePartsOfRates();
  const question = { ...whole, data: row };
  return (
    <>
      <Asked question={question} height={170}>
        {(whole) => <MetricTiles row={whole} trend={trend.data?.rows ?? []} />}
      </Asked>
      <Asked question={trend} height={370}>
        {({ rows, to }) => <WhatHappened scope={scope} rows={rows} until={to} whole={row} />}
      </Asked>
      <div className={styles.halves}>
        <Asked question={byService} height={300}>
          {({ rows }) => <WhatChangedCard whole={row} parts={parts} services={rows} />}
        </Asked>
        <Asked question={question} height={300}>
          {(whole) => <LeadTimeStages row={whole} />}
        </Asked>
      </div>
      <Asked question={grouped} height={400}>
        {({ rows }) => <HeatTable grouping={groupBy} rows={rows} />}
      </Asked>
      <Asked question={byService} height={400}>
        {({ rows }) => <FailureFunnel rows={rows} />}
      </Asked>
      <QualityStrip />
    </>
  );
}
