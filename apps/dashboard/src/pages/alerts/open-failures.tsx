import type { DeploymentItem } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Card } from '../../components/card.js';
import { type Column, DataTable } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { outcomeInWords } from '../../words/outcomes.js';
import { DeploymentLink } from '../deployments/deployment-link.js';
import styles from './alert-tables.module.css';
import { isLong, usualInWords, type UsualRecovery } from './usual-recovery.js';

interface OpenFailuresProps {
  readonly failures: readonly DeploymentItem[];
  readonly usual: ReadonlyMap<string, UsualRecovery>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Failed deployments that nothing has recovered, each beside what is usual for its service. */
export function OpenFailures({ failures, usual, now }: OpenFailuresProps) {
  const columns = useMemo(() => columnsOf(usual, now), [usual, now]);
  return (
    <Card
      title={`Failed, not recovered: ${failures.length}`}
      says="Of this window; open for as long as nothing has fixed it, rolled it back or resolved its incident."
    >
      <DataTable
        caption="Failed deployments that nothing has recovered"
        items={failures}
        columns={columns}
        keyOf={({ service, environment, id }) => JSON.stringify([service, environment, id])}
      />
    </Card>
  );
}

function columnsOf(
  usual: ReadonlyMap<string, UsualRecovery>,
  now: number,
): readonly Column<DeploymentItem>[] {
  const ageOf = ({ finishedAt }: DeploymentItem) =>
    finishedAt === null ? 0 : (now - Date.parse(finishedAt)) / 1000;
  return [
    {
      id: 'service',
      title: 'Service',
      value: ({ service }) => service,
      cell: ({ service, environment }) => (
        <>
          <Link to="/services/$service" params={{ service }} className={`said ${styles.name}`}>
            {service}
          </Link>
          <span className={`said ${styles.second}`}>{environment}</span>
        </>
      ),
    },
    {
      id: 'deployment',
      title: 'Deployment',
      cell: ({ service, environment, id, version }) => (
        <DeploymentLink service={service} environment={environment} id={id}>
          <span className={styles.name}>{version ?? id}</span>
        </DeploymentLink>
      ),
    },
    {
      id: 'because',
      title: 'Failed because',
      cell: (item) => (
        <span className={`said ${styles.because}`}>{outcomeInWords(item).because}</span>
      ),
    },
    {
      id: 'since',
      title: 'Since',
      value: ({ finishedAt }) => finishedAt,
      cell: ({ finishedAt }) => <Moment time={finishedAt} />,
    },
    {
      id: 'age',
      title: 'Open for',
      align: 'end',
      sortsFirst: 'descending',
      value: ageOf,
      cell: (item) => (
        <span className={styles.line}>
          {durationInWords(ageOf(item))}
          {isLong(ageOf(item), usual.get(item.service)) && (
            <span className={styles.long}>longer than usual</span>
          )}
        </span>
      ),
    },
    {
      id: 'usual',
      title: 'Usual recovery',
      align: 'end',
      value: ({ service }) => usual.get(service)?.p50 ?? null,
      cell: ({ service }) => (
        <span className={styles.line}>{usualInWords(usual.get(service))}</span>
      ),
    },
  ];
}
