import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { findingsQuestion } from '../../api/questions.js';
import { Card } from '../../components/card.js';
import { Message } from '../../components/message.js';
import { PagedTable } from '../../components/paged-table.js';
import { PageTitle } from '../../components/page-title.js';
import { useListScope } from '../../filters/use-filters.js';
import { FINDING_COLUMNS, keyOfFinding } from './finding-columns.js';
import { findingsRemedy, findingsTitle } from './finding-titles.js';

const page = getRouteApi('/quality/$check');

/** Everything that a check found: a list to work through. */
export function QualityCheckPage() {
  const { check } = page.useParams();
  const answer = useInfiniteQuery(findingsQuestion(check, useListScope()));
  const remedy = findingsRemedy(check);
  return (
    <>
      <PageTitle title={findingsTitle(check) ?? check}>
        <p>
          <Link to="/quality">Data quality</Link>
        </p>
      </PageTitle>
      <Card title="To look at" says={remedy}>
        <PagedTable
          answer={answer}
          caption={findingsTitle(check) ?? check}
          columns={FINDING_COLUMNS}
          keyOf={keyOfFinding}
          empty={
            <Message title="Nothing was found">
              <p>Of this window and these filters there is nothing to look at.</p>
            </Message>
          }
        />
      </Card>
    </>
  );
}
