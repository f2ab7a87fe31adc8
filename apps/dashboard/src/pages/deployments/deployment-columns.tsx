import type { DeploymentItem } from '@throughline/api-client';
import { durationInWords, numberInWords } from '@throughline/dora';
import { Link } from '@tanstack/react-router';
import type { Column } from '../../components/data-table.js';
import { Moment } from '../../components/moment.js';
import { OutcomeMark } from '../../components/outcome-mark.js';
import { outcomeInWords, statusInWords } from '../../words/outcomes.js';
import styles from './deployment-columns.module.css';
import { DeploymentLink } from './deployment-link.js';

export const DEPLOYMENT_COLUMNS: readonly Column<DeploymentItem>[] = [
  {
    id: 'finished',
    title: 'Finished',
    cell: ({ finishedAt }) => <Moment time={finishedAt} unknown="not yet" />,
  },
  {
    id: 'deployment',
    title: 'Deployment',
    cell: ({ service, environment, id, version, sha }) => (
      <>
        <DeploymentLink service={service} environment={environment} id={id}>
          <span className={styles.name}>{version ?? sha?.slice(0, 10) ?? id}</span>
        </DeploymentLink>
        {version !== null && sha !== null && (
          <code className={styles.second}>{sha.slice(0, 10)}</code>
        )}
      </>
    ),
  },
  {
    id: 'place',
    title: 'Service',
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
    id: 'kind',
    title: 'Kind and status',
    cell: ({ kind, status }) => (
      <>
        <span className={kind === 'deploy' ? styles.usual : styles.line}>{kind}</span>
        <span className={`${styles.second} ${status === 'succeeded' ? '' : styles.unusual}`}>
          {statusInWords(status)}
        </span>
      </>
    ),
  },
  {
    id: 'commits',
    title: 'Commits',
    align: 'end',
    cell: ({ commits, baseline }) => (
      <>
        {numberInWords(commits)}
        {baseline && <span className={styles.second}>baseline</span>}
      </>
    ),
  },
  {
    id: 'lead',
    title: 'Lead time p50',
    align: 'end',
    cell: ({ leadTime }) => <span className={styles.line}>{durationInWords(leadTime.p50)}</span>,
  },
  {
    id: 'outcome',
    title: 'Outcome',
    cell: (item) => {
      const { is, text, because } = outcomeInWords(item);
      return (
        <div className={styles.outcome}>
          <OutcomeMark is={is} text={text} />
          {because !== '' && <span className={`said ${styles.because}`}>{because}</span>}
        </div>
      );
    },
  },
  {
    id: 'recovered',
    title: 'Recovered',
    cell: (item) => <span className={styles.recovery}>{recoveryInWords(item)}</span>,
  },
];

/** How long after it had failed; empty for what did not fail. */
function recoveryInWords({ failed, finishedAt, recoveredAt }: DeploymentItem): string {
  if (failed !== true) return '';
  if (recoveredAt === null || finishedAt === null) return 'not yet';
  return `after ${durationInWords((Date.parse(recoveredAt) - Date.parse(finishedAt)) / 1000)}`;
}
