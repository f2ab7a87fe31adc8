import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { deploymentsQuestion } from '../../api/questions.js';
import { Card } from '../../components/card.js';
import { CsvLink } from '../../components/csv-link.js';
import { Message } from '../../components/message.js';
import { PagedTable } from '../../components/paged-table.js';
import { PageTitle } from '../../components/page-title.js';
import { useListScope, useTimezone } from '../../filters/use-filters.js';
import { DEPLOYMENT_COLUMNS } from './deployment-columns.js';
import { DeploymentFilters } from './deployment-filters.js';

const page = getRouteApi('/deployments');

/** Every deployment of the window, and what became of it. */
export function DeploymentsPage() {
  const timezone = useTimezone();
  const scope = useListScope();
  const { failed, recovered, kind } = page.useSearch();
  const query = {
    ...scope,
    ...(failed && { failed: failed === 'true' }),
    ...(recovered && { recovered: recovered === 'true' }),
    ...(kind && { kind }),
  };
  const answer = useInfiniteQuery(deploymentsQuestion(query));
  const narrowed = failed !== undefined || recovered !== undefined || kind !== undefined;
  return (
    <>
      <PageTitle title="Deployments" />
      <Card
        title="What was deployed"
        says={`Newest first; times in ${timezone}. Lead times run from when a commit was authored.`}
        tools={<CsvLink path="/v1/deployments" query={query} name="deployments" />}
      >
        <DeploymentFilters />
        <PagedTable
          answer={answer}
          caption="Deployments"
          columns={DEPLOYMENT_COLUMNS}
          keyOf={({ service, environment, id }) => JSON.stringify([service, environment, id])}
          empty={
            narrowed ? (
              <Message title="No deployment is of that kind">
                <p>Choose another outcome or kind, or a longer window.</p>
              </Message>
            ) : (
              <Message title="No deployment in this window">
                <p>
                  Choose a longer window, or other services or environments: left alone, the page is
                  about what the configuration calls production. If none was ever sent,{' '}
                  <Link to="/sources">Sources</Link> says how.
                </p>
              </Message>
            )
          }
        />
      </Card>
    </>
  );
}
