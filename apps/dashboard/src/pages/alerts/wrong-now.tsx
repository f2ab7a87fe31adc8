import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import {
  deploymentsQuestion,
  incidentsQuestion,
  metricsQuestion,
  qualityQuestion,
} from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { NothingYet } from '../../components/nothing-yet.js';
import { useListScope } from '../../filters/use-filters.js';
import styles from './alerts-page.module.css';
import { Calm } from './calm.js';
import { GoneSilent } from './gone-silent.js';
import { OpenFailures } from './open-failures.js';
import { OpenIncidents } from './open-incidents.js';
import { usualRecoveries } from './usual-recovery.js';

/** The most that the API gives at once; who has more open than that has no need of the rest. */
const MOST = 1000;

/** What is wrong now, whether a rule raised an alert or not: what failed and goes on, what burns, what is silent. */
export function WrongNow() {
  const scope = useListScope();
  const failures = useInfiniteQuery(
    deploymentsQuestion({ ...scope, failed: true, recovered: false, limit: MOST }),
  );
  const incidents = useInfiniteQuery(incidentsQuestion({ ...scope, open: true, limit: MOST }));
  const quality = useQuery(qualityQuestion(scope));
  const recoveries = useQuery(
    metricsQuestion({ ...scope, groupBy: 'service', metrics: 'recoveryTime' }),
  );
  const usual = useMemo(() => usualRecoveries(recoveries.data?.rows ?? []), [recoveries.data]);
  const error = failures.error ?? incidents.error ?? quality.error;
  const known =
    failures.data === undefined || incidents.data === undefined || quality.data === undefined
      ? undefined
      : {
          failed: failures.data.pages.flatMap(({ items }) => items),
          burning: incidents.data.pages.flatMap(({ items }) => items),
          empty: quality.data.freshness.lastEventAt === null,
          silence: quality.data.checks.find(({ check }) => check === 'source_silent'),
        };
  return (
    <Asked question={{ data: known, error }} height={320}>
      {({ failed, burning, silence, empty }) => {
        if (empty) return <NothingYet />;
        const silent = silence !== undefined && silence.count > 0;
        return (
          <div className={styles.page}>
            {failed.length === 0 && burning.length === 0 && !silent && <Calm />}
            {failed.length > 0 && (
              <OpenFailures failures={failed} usual={usual} now={failures.dataUpdatedAt} />
            )}
            {burning.length > 0 && <OpenIncidents incidents={burning} />}
            {silent && <GoneSilent check={silence} />}
            <p className={styles.absent}>{absentInWords(failed.length, burning.length, silent)}</p>
          </div>
        );
      }}
    </Asked>
  );
}

/** What of the three is in order, where not all are. */
function absentInWords(failed: number, burning: number, silent: boolean): string {
  if (failed === 0 && burning === 0 && !silent) return '';
  return [
    ...(failed === 0 ? ['Every failed deployment was recovered.'] : []),
    ...(burning === 0 ? ['No incident is open.'] : []),
    ...(silent ? [] : ['No source has gone silent.']),
  ].join(' ');
}
