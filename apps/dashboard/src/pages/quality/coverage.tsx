import type { QualityAnswer } from '@throughline/api-client';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { metricOf } from '../../metrics/metric.js';
import { percentInWords } from '../../words/numbers.js';
import styles from './coverage.module.css';

/** Metrics of the API that are no tile of the overview. */
const OTHERS: Readonly<Record<string, string>> = {
  leadTimeStages: 'Lead time by stage',
  timeToRestore: 'Time to restore',
};

/** Of how much each metric knows what it needs. */
export function Coverage({ coverage }: Pick<QualityAnswer, 'coverage'>) {
  return (
    <Card title="Coverage" says="Of how many things each metric knows what it needs to know.">
      <ul className={styles.rows}>
        {coverage.map(({ metric, gap, known, of, share, says }) => (
          <li key={gap} className={styles.row}>
            <p className={styles.metric}>{metricOf(metric)?.title ?? OTHERS[metric] ?? metric}</p>
            <div className={styles.bar} aria-hidden="true">
              <div className={styles.known} style={{ width: `${(share ?? 0) * 100}%` }} />
            </div>
            <p className={styles.share}>{share === null ? '–' : percentInWords(share)}</p>
            <p className={styles.says}>
              {says}{' '}
              {known < of && (
                <Link to="/quality/$check" params={{ check: gap }}>
                  The other {(of - known).toLocaleString('en-GB')}
                </Link>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
