import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { incidentsQuestion } from '../../api/questions.js';
import { Card } from '../../components/card.js';
import { Choice } from '../../components/choice.js';
import { CsvLink } from '../../components/csv-link.js';
import { Message } from '../../components/message.js';
import { PagedTable } from '../../components/paged-table.js';
import { PageTitle } from '../../components/page-title.js';
import { useListScope, useTimezone } from '../../filters/use-filters.js';
import { INCIDENT_COLUMNS } from './incident-columns.js';
import styles from './incidents-page.module.css';

const page = getRouteApi('/incidents');
const ANY = 'any';

/** Every incident that opened in the window, and what caused it. */
export function IncidentsPage() {
  const timezone = useTimezone();
  const scope = useListScope();
  const { open } = page.useSearch();
  const query = { ...scope, ...(open && { open: open === 'true' }) };
  const navigate = page.useNavigate();
  const answer = useInfiniteQuery(incidentsQuestion(query));
  return (
    <>
      <PageTitle title="Incidents" />
      <Card
        title="What went wrong"
        says={`By when they opened, newest first; times in ${timezone}.`}
        tools={<CsvLink path="/v1/incidents" query={query} />}
      >
        <div className={`${styles.filters} unprinted`} role="group" aria-label="Which incidents">
          <Choice
            label="State"
            value={open ?? ANY}
            options={[
              { id: ANY, name: 'any' },
              { id: 'true', name: 'open' },
              { id: 'false', name: 'resolved' },
            ]}
            onChange={(chosen) => {
              void navigate({
                search: (before) => ({ ...before, open: chosen === ANY ? undefined : chosen }),
                resetScroll: false,
              });
            }}
          />
        </div>
        <PagedTable
          answer={answer}
          caption="Incidents"
          columns={INCIDENT_COLUMNS}
          keyOf={({ source, id }) => JSON.stringify([source, id])}
          empty={
            open === undefined ? (
              <Message title="No incident in this window">
                <p>
                  If there were any, <Link to="/sources">Sources</Link> says how to connect what
                  knows of them: without incidents, fewer failures are found than there were.
                </p>
              </Message>
            ) : (
              <Message title={open === 'true' ? 'No incident is open' : 'No incident was resolved'}>
                <p>Of this window none is in that state.</p>
              </Message>
            )
          }
        />
      </Card>
    </>
  );
}
