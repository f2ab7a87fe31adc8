import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { alertScope } from '../../alerts/alert-scope.js';
import { alertsQuestion } from '../../api/alert-questions.js';
import { Card } from '../../components/card.js';
import { CsvLink } from '../../components/csv-link.js';
import { Message } from '../../components/message.js';
import { PagedTable } from '../../components/paged-table.js';
import { PageTitle } from '../../components/page-title.js';
import { useAddress, useListScope, useTimezone } from '../../filters/use-filters.js';
import { AlertHistoryFilters } from './alert-history-filters.js';
import { AlertTabs } from './alert-tabs.js';
import styles from './alerts-page.module.css';
import { EPISODE_COLUMNS } from './episode-columns.js';
import { EpisodeTimeline } from './episode-timeline.js';

const page = getRouteApi('/alerts/history');

/** As many as the API gives at once: the timeline draws what the table has. */
const AT_ONCE = 1000;

/** Every alert that fired at any moment of the window. */
export function AlertHistoryPage() {
  const timezone = useTimezone();
  const { from, to } = useListScope();
  const scope = alertScope(useAddress());
  const { kind, severity, rule } = page.useSearch();
  const query = {
    ...scope,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    timezone,
    ...(kind && { kind }),
    ...(severity && { severity }),
    ...(rule !== undefined && { rule }),
  };
  const answer = useInfiniteQuery(alertsQuestion({ ...query, limit: AT_ONCE }));
  const alerts = useMemo(
    () => (answer.data?.pages ?? []).flatMap(({ items }) => items),
    [answer.data],
  );
  const isNarrowed = kind !== undefined || severity !== undefined || rule !== undefined;
  return (
    <>
      <PageTitle title="History of alerts" />
      <AlertTabs />
      <div className={styles.page}>
        {alerts.length > 0 && (
          <EpisodeTimeline alerts={alerts} now={answer.dataUpdatedAt} from={from} to={to} />
        )}
        <Card
          title="Episodes"
          says={`Alerts that fired at any moment of the window, by when they began, newest first; times in ${timezone}.`}
          tools={<CsvLink path="/v1/alerts" query={query} />}
        >
          <AlertHistoryFilters />
          <PagedTable
            answer={answer}
            caption="Alerts that fired"
            columns={EPISODE_COLUMNS}
            keyOf={({ id }) => id}
            empty={
              <Message title={isNarrowed ? 'None of these fired' : 'No alert fired in this window'}>
                <p>
                  {isNarrowed
                    ? 'Others may have: take the choices above back.'
                    : 'Rules in throughline.yaml say what raises alerts; throughline alerts check says when they would have fired over what is stored.'}
                </p>
              </Message>
            }
          />
        </Card>
      </div>
    </>
  );
}
