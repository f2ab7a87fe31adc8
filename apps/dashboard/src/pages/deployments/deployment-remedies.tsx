import type { DeploymentDetail } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { Card } from '../../components/card.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { confidenceInWords, ruleInWords } from '../../words/failure-reasons.js';
import { IncidentLink } from '../incidents/incident-link.js';
import { DeploymentLink } from './deployment-link.js';
import styles from './deployment-remedies.module.css';

/** What ended its failure, and which failures it was there to end. */
export function DeploymentRemedies({ deployment }: { readonly deployment: DeploymentDetail }) {
  const { fixed, recoveredBy } = deployment;
  return (
    <Card title="Mending" says="What recovered it, and what it was to mend.">
      <ul className={styles.remedies}>
        {recoveredBy !== null && <Recovered deployment={deployment} />}
        {fixed.deployments.map(({ rule, confidence, ...address }) => (
          <li key={Object.values(address).join('/')}>
            It was to mend <DeploymentLink {...address} />
            <span className={styles.why}>
              {ruleInWords(rule)} ({confidenceInWords({ rule, confidence })})
            </span>
          </li>
        ))}
        {fixed.incidents.map(({ source, id, title }) => (
          <li key={`${source}/${id}`}>
            It names incident <IncidentLink source={source} id={id} /> as what it fixes
            {title !== null && <span className={`said ${styles.why}`}>{title}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Recovered({ deployment }: { readonly deployment: DeploymentDetail }) {
  const timezone = useTimezone();
  const { recoveredBy, recoveredAt, finishedAt } = deployment;
  if (recoveredBy === null) return null;
  return (
    <li>
      {'deployment' in recoveredBy ? (
        <>
          Recovered by deployment <DeploymentLink {...recoveredBy.deployment} />
        </>
      ) : (
        <>
          Recovered when incident <IncidentLink {...recoveredBy.incident} /> was resolved
        </>
      )}
      {recoveredAt !== null && finishedAt !== null && (
        <span className={styles.why}>
          {momentInWords(recoveredAt, timezone)},{' '}
          {durationInWords((Date.parse(recoveredAt) - Date.parse(finishedAt)) / 1000)} after it had
          finished
        </span>
      )}
    </li>
  );
}
