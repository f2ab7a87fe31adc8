import type { DeploymentDetail } from '@throughline/api-client';
import { confidenceInWords, type FailureReason, ruleInWords } from '../../words/failure-reasons.js';
import { IncidentLink } from '../incidents/incident-link.js';
import { DeploymentLink } from './deployment-link.js';
import styles from './reasons.module.css';

interface ReasonsProps {
  readonly title: string;
  readonly reasons: readonly FailureReason[];
  readonly deployment: DeploymentDetail;
}

/** Rules, what each rests on, and how sure each is. */
export function Reasons({ title, reasons, deployment }: ReasonsProps) {
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles.reasons}>
        {reasons.map((reason, index) => (
          <li key={index} className={styles.reason}>
            <p>
              {capital(ruleInWords(reason.rule))} <Ground reason={reason} deployment={deployment} />
            </p>
            <span className={styles.sure}>{confidenceInWords(reason)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Ground({
  reason: { incidentId, deploymentId },
  deployment: { service, environment, incidents },
}: {
  readonly reason: FailureReason;
  readonly deployment: DeploymentDetail;
}) {
  // The reason has the incident's id alone; the incidents of the deployment know whose it is.
  const incident = incidents.find(({ id }) => id === incidentId);
  return (
    <>
      {incidentId !== undefined &&
        (incident === undefined ? (
          <span className="said">({incidentId})</span>
        ) : (
          <IncidentLink source={incident.source} id={incident.id} />
        ))}
      {deploymentId !== undefined && (
        <DeploymentLink service={service} environment={environment} id={deploymentId} />
      )}
    </>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
