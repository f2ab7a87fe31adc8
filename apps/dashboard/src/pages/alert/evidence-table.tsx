import type { AlertDetail } from '@throughline/api-client';
import { useMemo } from 'react';
import { type Column, DataTable } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { OutcomeMark } from '../../components/outcome-mark.js';
import { DeploymentLink } from '../deployments/deployment-link.js';
import styles from './evidence-table.module.css';
import { pointsInWords, reasonsInWords, scoreInWords } from './strip-words.js';

type StripItem = AlertDetail['evidence']['deployments'][number];

/** The deployments of the strip, to check by hand: the newest first, as one reads what happened last. */
export function EvidenceTable({ alert: { evidence, subject } }: { readonly alert: AlertDetail }) {
  const { deployments } = evidence;
  const columns = useMemo(() => {
    const scored = deployments.some(({ scoreAfter }) => scoreAfter !== null);
    return columnsOf(subject).filter(({ id }) => scored || !['points', 'score'].includes(id));
  }, [deployments, subject]);
  const newestFirst = useMemo(() => deployments.toReversed(), [deployments]);
  return (
    <div className={styles.table}>
      <DataTable
        caption="The deployments and what shows that they failed"
        items={newestFirst}
        columns={columns}
        keyOf={({ id }) => id}
      />
    </div>
  );
}

/** Whether a failure became known later than in the minute in which the deployment finished. */
function isLater(known: string, finished: string): boolean {
  return Date.parse(known) - Date.parse(finished) >= 60_000;
}

function columnsOf({ service, environment }: AlertDetail['subject']): readonly Column<StripItem>[] {
  return [
    {
      id: 'deployment',
      title: 'Deployment',
      cell: ({ id }) =>
        service === null || environment === null ? (
          <span className={`said ${styles.name}`}>{id}</span>
        ) : (
          <DeploymentLink service={service} environment={environment} id={id}>
            <span className={styles.name}>{id}</span>
          </DeploymentLink>
        ),
    },
    {
      id: 'finished',
      title: 'Finished',
      cell: ({ finishedAt, failedAt }) => (
        <>
          <Moment time={finishedAt} />
          {failedAt !== null && isLater(failedAt, finishedAt) && (
            <span className={styles.second}>
              known <Moment time={failedAt} />
            </span>
          )}
        </>
      ),
    },
    {
      id: 'outcome',
      title: 'What became of it',
      cell: ({ failed, reasons }) => (
        <>
          <OutcomeMark is={failed ? 'failed' : 'fine'} text={failed ? 'Failed' : 'Fine'} />
          {failed && <span className={styles.second}>{reasonsInWords(reasons)}</span>}
        </>
      ),
    },
    { id: 'points', title: 'Points', align: 'end', cell: ({ points }) => pointsInWords(points) },
    {
      id: 'score',
      title: 'Score',
      align: 'end',
      cell: ({ scoreAfter }) => (scoreAfter === null ? '–' : scoreInWords(scoreAfter)),
    },
  ];
}
