import { useInfiniteQuery } from '@tanstack/react-query';
import type { DeploymentDetail, ShippedCommit } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { shippedCommitsQuestion } from '../../api/questions.js';
import { Card } from '../../components/card.js';
import { CsvLink } from '../../components/csv-link.js';
import type { Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { PagedTable } from '../../components/paged-table.js';
import { CommitLink } from '../commits/commit-link.js';
import styles from './deployment-commits.module.css';

/** The commits that it was the first to ship to its environment. */
export function DeploymentCommits({ deployment }: { readonly deployment: DeploymentDetail }) {
  const { service, environment, id, sha } = deployment;
  const answer = useInfiniteQuery(shippedCommitsQuestion({ service, environment, id }));
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
        columns={COLUMNS}
        keyOf={(commit) => `${commit.repository} ${commit.sha}`}
        empty={<p>{whyNone(sha)}</p>}
      />
    </Card>
  );
}

const COLUMNS: readonly Column<ShippedCommit>[] = [
  { id: 'sha', title: 'Commit', cell: ({ sha }) => <CommitLink sha={sha} /> },
  {
    id: 'repository',
    title: 'Repository',
    cell: ({ repository }) => <div className={`said ${styles.repository}`}>{repository}</div>,
  },
  {
    id: 'authored',
    title: 'Authored',
    cell: ({ authoredAt }) => <Moment time={authoredAt} />,
  },
  {
    id: 'lead',
    title: 'Lead time',
    align: 'end',
    cell: ({ merge, leadSeconds }) => (merge ? 'a merge' : durationInWords(leadSeconds)),
  },
];

function whyNone(sha: string | null): string {
  return sha === null
    ? 'It names no commit, so nothing is known of what it brought. Send repository and sha with each deployment.'
    : 'None: what it brought had been here before, or its commit is not known. “Data quality” lists deployments of unknown commits.';
}
