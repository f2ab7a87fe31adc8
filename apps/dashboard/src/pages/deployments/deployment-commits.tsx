import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeploymentDetail, ShippedCommit } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { useMemo } from 'react';
import { shippedCommitsQuestion } from '../../api/questions.js';
import { Card } from '../../components/card.js';
import { CsvLink } from '../../components/csv-link.js';
import type { Column } from '../../components/data-table.js';
import { PagedTable } from '../../components/paged-table.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { CommitLink } from '../commits/commit-link.js';

/** The commits that it was the first to ship to its environment. */
export function DeploymentCommits({ deployment }: { readonly deployment: DeploymentDetail }) {
  const timezone = useTimezone();
  const { service, environment, id, sha } = deployment;
  const answer = useInfiniteQuery(shippedCommitsQuestion({ service, environment, id }));
  const columns = useMemo(() => commitColumns(timezone), [timezone]);
  const path = [service, environment, id].map(encodeURIComponent).join('/');
  return (
    <Card
      title="Its commits"
      says="Those that it was the first to ship here, latest first."
      tools={<CsvLink path={`/v1/deployments/${path}/commits`} query={{}} />}
    >
      <PagedTable
        answer={answer}
        caption="Commits that it was the first to ship"
        columns={columns}
        keyOf={(commit) => `${commit.repository} ${commit.sha}`}
        empty={<p>{whyNone(sha)}</p>}
      />
    </Card>
  );
}

function commitColumns(timezone: string): readonly Column<ShippedCommit>[] {
  return [
    { id: 'sha', title: 'Commit', cell: ({ sha }) => <CommitLink sha={sha} /> },
    {
      id: 'repository',
      title: 'Repository',
      cell: ({ repository }) => <span className="said">{repository}</span>,
    },
    {
      id: 'authored',
      title: 'Authored',
      cell: ({ authoredAt }) => momentInWords(authoredAt, timezone),
    },
    {
      id: 'lead',
      title: 'Lead time',
      align: 'end',
      cell: ({ merge, leadSeconds }) => (merge ? 'a merge' : durationInWords(leadSeconds)),
    },
  ];
}

function whyNone(sha: string | null): string {
  return sha === null
    ? 'It names no commit, so nothing is known of what it brought. Send repository and sha with each deployment.'
    : 'None: what it brought had been here before, or its commit is not known. “Data quality” lists deployments of unknown commits.';
}
