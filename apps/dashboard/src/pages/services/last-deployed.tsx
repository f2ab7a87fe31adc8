import { useTimezone } from '../../filters/use-filters.js';
import { dayInWords } from '../../words/dates.js';
import styles from './service-columns.module.css';
import type { LastDeployment } from './last-deployment.js';

export function LastDeployed({ last }: { readonly last: LastDeployment | undefined }) {
  const timezone = useTimezone();
  if (last === undefined) return <em className={styles.none}>never</em>;
  return (
    <>
      <time className={styles.day} dateTime={last.at}>
        {dayInWords(last.at, timezone)}
      </time>
      <span className={`said ${styles.more}`}>{last.environment}</span>
    </>
  );
}
