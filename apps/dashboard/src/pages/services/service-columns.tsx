import type { Column } from '../../components/data-table.js';
import { ServiceLink, TeamLink } from '../../components/group-links.js';
import { metricColumns } from '../../metrics/metric-columns.js';
import { LastDeployed } from './last-deployed.js';
import { lastDeployment } from './last-deployment.js';
import styles from './service-columns.module.css';
import type { ServiceRow } from './service-rows.js';

/** The columns of a table of services. */
export function serviceColumns(environments: readonly string[]): readonly Column<ServiceRow>[] {
  const lastOf = ({ item }: ServiceRow) => lastDeployment(item ? [item] : [], environments);
  return [
    {
      id: 'service',
      title: 'Service',
      value: ({ name }) => name,
      cell: ({ name, item }) => (
        <>
          <span className={styles.name}>
            {name === null ? <em>no service</em> : <ServiceLink name={name} />}
          </span>
          <span className={`said ${styles.more}`}>{item?.repository}</span>
        </>
      ),
    },
    ...metricColumns<ServiceRow>('service'),
    {
      id: 'team',
      title: 'Team',
      value: ({ item }) => item?.team ?? null,
      cell: ({ item }) => (
        <>
          {item?.team == null ? (
            <em className={styles.none}>no team</em>
          ) : (
            <TeamLink name={item.team} />
          )}
          <span className={`said ${styles.more}`}>{item?.owner}</span>
        </>
      ),
    },
    {
      id: 'tier',
      title: 'Tier',
      value: ({ item }) => item?.tier ?? null,
      cell: ({ item }) => item?.tier ?? '–',
    },
    {
      id: 'last',
      title: 'Last deployed',
      value: (service) => Date.parse(lastOf(service)?.at ?? '') || null,
      sortsFirst: 'descending',
      cell: (service) => <LastDeployed last={lastOf(service)} />,
    },
  ];
}
