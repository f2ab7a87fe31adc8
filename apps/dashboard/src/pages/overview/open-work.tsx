import type { DeploymentItem, IncidentItem } from '@throughline/api-client';
import { durationInWords, numberInWords } from '@throughline/dora';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { ExplainedNumber } from '../../explain/explained-number.js';
import type { Row } from '../../metrics/row.js';
import styles from './open-work.module.css';

interface OpenWorkProps {
  readonly row: Row | undefined;
  /** Failed deployments that nothing has recovered, newest first; undefined until they are known. */
  readonly failures: readonly DeploymentItem[] | undefined;
  /** Incidents that are not resolved, newest first. */
  readonly incidents: readonly IncidentItem[] | undefined;
  /** Until when the page looks. */
  readonly until: string;
  /** What the row is about, for `explain`; left out for the whole page. */
  readonly of?: string;
}

const MOST = 6;

/** What is not over: failures without a recovery, fires, and commits that wait for a deployment. */
export function OpenWork({ row, failures, incidents, until, of }: OpenWorkProps) {
  return (
    <Card title="Still open" says="What is not in the medians yet, because it is not over.">
      <ul className={styles.list}>
        {failures?.slice(0, MOST).map(({ service, environment, id, finishedAt }) => (
          <li key={JSON.stringify([service, environment, id])} className={styles.item}>
            <Link
              to="/deployments/$service/$environment/$id"
              params={{ service, environment, id }}
              className={`said ${styles.name}`}
            >
              {service} {id}
            </Link>
            <span className={styles.says}>failed, not recovered</span>
            <span className={styles.age}>{ageInWords(finishedAt, until)}</span>
          </li>
        ))}
        {incidents?.slice(0, MOST).map(({ source, id, title, openedAt }) => (
          <li key={JSON.stringify([source, id])} className={styles.item}>
            <Link
              to="/incidents/$source/$id"
              params={{ source, id }}
              className={`said ${styles.name}`}
            >
              {title ?? id}
            </Link>
            <span className={styles.says}>incident</span>
            <span className={styles.age}>{ageInWords(openedAt, until)}</span>
          </li>
        ))}
      </ul>
      {failures?.length === 0 && incidents?.length === 0 && (
        <p className={styles.none}>No failure and no incident is open.</p>
      )}
      <p className={styles.foot}>
        {row?.changeLeadTime !== undefined && <Waiting waits={row.changeLeadTime} of={of} />}
        <Link to="/alerts">Everything that is wrong now</Link>
      </p>
    </Card>
  );
}

interface WaitingProps {
  readonly waits: NonNullable<Row['changeLeadTime']>;
  readonly of: string | undefined;
}

function Waiting({ waits: { waiting, unit }, of }: WaitingProps) {
  return (
    <>
      <ExplainedNumber number="changeLeadTime.waiting" label={`Waiting ${unit}`} of={of}>
        {numberInWords(waiting)}
      </ExplainedNumber>{' '}
      {waiting === 1 ? unit.slice(0, -1) : unit} {waiting === 1 ? 'waits' : 'wait'} for a
      deployment.{' '}
    </>
  );
}

function ageInWords(since: string | null, until: string): string {
  if (since === null) return '';
  return `for ${durationInWords((Date.parse(until) - Date.parse(since)) / 1000)}`;
}
