import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deploymentsQuestion } from '../../api/questions.js';
import { Asked } from '../../components/asked.js';
import { Card } from '../../components/card.js';
import { DataTable } from '../../components/data-table.js';
import { useListScope } from '../../filters/use-filters.js';
import { DEPLOYMENT_COLUMNS } from '../deployments/deployment-columns.js';
import styles from './recent-deployments.module.css';
import type { Group } from './use-group.js';

const SHOWN = 10;

const OF_ONE_SERVICE = DEPLOYMENT_COLUMNS.filter(({ id }) => id !== 'place');

/** The newest deployments of a team or service, and what became of each. */
export function RecentDeployments({ group: { by, name } }: { readonly group: Group }) {
  const scope = useListScope();
  const answer = useInfiniteQuery(deploymentsQuestion({ ...scope, [by]: name, limit: SHOWN }));
  const columns = by === 'team' ? DEPLOYMENT_COLUMNS : OF_ONE_SERVICE;
  return (
    <Card
      title="Newest deployments"
      tools={
        <Link to="/deployments" search={{ [by]: name }} className={styles.all}>
          All deployments of {name}
        </Link>
      }
    >
      <Asked question={answer} height={400}>
        {({ pages: [page] }) =>
          page === undefined || page.items.length === 0 ? (
            <p className={styles.none}>None in this window.</p>
          ) : (
            <DataTable
              caption={`Newest deployments of ${name}`}
              items={page.items}
              columns={columns}
              keyOf={({ service, environment, id }) => JSON.stringify([service, environment, id])}
            />
          )
        }
      </Asked>
    </Card>
  );
}
