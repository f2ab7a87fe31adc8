import type { Column } from '../../components/data-table.js';
import { TeamLink } from '../../components/group-links.js';
import { metricColumns } from '../../metrics/metric-columns.js';
import { counted } from '../../words/numbers.js';
import { LastDeployed } from '../services/last-deployed.js';
import { lastDeployment } from '../services/last-deployment.js';
import styles from '../services/service-columns.module.css';
import type { TeamRow } from './team-rows.js';

/** The columns of a table of teams. */
export function teamColumns(environments: readonly string[]): readonly Column<TeamRow>[] {
  const lastOf = ({ services }: TeamRow) => lastDeployment(services, environments);
  return [
    {
      id: 'team',
      title: 'Team',
      value: ({ team }) => team,
      cell: ({ team, services }) => (
        <>
          <span className={styles.name}>
            {team === null ? <em>no team</em> : <TeamLink name={team} />}
          </span>
          <span className={styles.more}>
            {services.length === 0 ? 'no services today' : counted(services.length, 'service')}
          </span>
        </>
      ),
    },
    ...metricColumns<TeamRow>('team'),
    {
      id: 'last',
      title: 'Last deployed',
      value: (team) => Date.parse(lastOf(team)?.at ?? '') || null,
      sortsFirst: 'descending',
      cell: (team) => <LastDeployed last={lastOf(team)} />,
    },
  ];
}
