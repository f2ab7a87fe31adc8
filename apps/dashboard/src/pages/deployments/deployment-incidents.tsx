import type { DeploymentDetail } from '@throughline/api-client';
import { Card } from '../../components/card.js';
import { LongText } from '../../components/long-text.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { confidenceInWords, ruleInWords } from '../../words/failure-reasons.js';
import { IncidentLink } from '../incidents/incident-link.js';
import { durationOf } from '../incidents/incident-duration.js';
import styles from './deployment-incidents.module.css';

/** The incidents that go back to a deployment, each with the rule that says so. */
export function DeploymentIncidents({ incidents }: Pick<DeploymentDetail, 'incidents'>) {
  const timezone = useTimezone();
  return (
    <Card title="Its incidents" says="What went wrong because of it, and how that is known.">
      <ul className={styles.incidents}>
        {incidents.map(
          ({ source, id, title, severity, openedAt, resolvedAt, rule, confidence, believed }) => (
            <li key={`${source}/${id}`} className={styles.incident}>
              <p className={styles.title}>
                <IncidentLink source={source} id={id} />
                {severity !== null && <span className={`said ${styles.severity}`}>{severity}</span>}
                {title !== null && <LongText text={title} />}
              </p>
              <p className={styles.detail}>
                Opened {momentInWords(openedAt, timezone)}, {durationOf({ openedAt, resolvedAt })}.{' '}
                {believed ? 'Linked' : 'Not believed'}: {ruleInWords(rule)} (
                {confidenceInWords({ rule, confidence })}).
              </p>
            </li>
          ),
        )}
      </ul>
    </Card>
  );
}
