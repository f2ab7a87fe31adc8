import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { metricsQuestion, servicesQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { CsvLink } from '../../components/csv-link.js';
import { DataTable } from '../../components/data-table.js';
import { Message } from '../../components/message.js';
import { PageTitle } from '../../components/page-title.js';
import { scopeLists } from '../../filters/scope-names.js';
import { useAddress, useScope } from '../../filters/use-filters.js';
import { counted } from '../../words/numbers.js';
import { teamColumns } from './team-columns.js';
import { type TeamRow, teamRows } from './team-rows.js';

/** Every team by the five metrics. */
export function TeamsPage() {
  const scope = useScope();
  const address = useAddress();
  const catalogue = useQuery(servicesQuestion());
  const metrics = useQuery(metricsQuestion({ ...scope, groupBy: 'team', compare: 'previous' }));
  const rows = useMemo(
    () =>
      catalogue.data === undefined || metrics.data === undefined
        ? undefined
        : teamRows(catalogue.data.items, metrics.data.rows, address),
    [catalogue.data, metrics.data, address],
  );
  return (
    <>
      <PageTitle title="Teams" answer={metrics.data} />
      <Asked
        question={{ ...metrics, data: rows, error: catalogue.error ?? metrics.error }}
        height={400}
      >
        {(teams) =>
          teams.some(({ team }) => team !== null) ? (
            <Card
              title={counted(teams.filter(({ team }) => team !== null).length, 'team')}
              says="A deployment is of the team that had its service then. Pale: fewer than ten cases. A mark beside a number is a change against the window before that chance does not explain."
              tools={
                <CsvLink path="/v1/metrics" query={{ ...scope, groupBy: 'team' }} name="teams" />
              }
            >
              <TeamsTable teams={teams} environment={address.environment} />
            </Card>
          ) : (
            <NoTeams />
          )
        }
      </Asked>
    </>
  );
}

interface TeamsTableProps {
  readonly teams: readonly TeamRow[];
  readonly environment: string | undefined;
}

function TeamsTable({ teams, environment }: TeamsTableProps) {
  const columns = useMemo(
    () => teamColumns(scopeLists({ environment }).environment),
    [environment],
  );
  return (
    <DataTable
      caption="Teams by the five metrics"
      items={teams}
      columns={columns}
      keyOf={({ team }) => team ?? ''}
    />
  );
}

function NoTeams() {
  return (
    <Message title="No team is known here">
      <p>
        Which team has which service is said in <code>throughline.yaml</code> under{' '}
        <code>services</code>, or by events of type <code>service</code>. Fewer filters may show
        one.
      </p>
    </Message>
  );
}
