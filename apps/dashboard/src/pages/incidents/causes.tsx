import type { IncidentItem } from '@throughline/api-client';
import { confidenceInWords } from '../../words/failure-reasons.js';
import { DeploymentLink } from '../deployments/deployment-link.js';
import styles from './causes.module.css';
import { linkInWords } from './link-in-words.js';

/** The deployments that an incident goes back to, the rule that says so, and how sure that is. */
export function Causes({ links }: Pick<IncidentItem, 'links'>) {
  if (links.length === 0) return <span className={styles.none}>no deployment that is known</span>;
  return (
    <ul className={styles.causes}>
      {links.map(({ service, environment, deploymentId, rule, confidence }) => (
        <li key={[service, environment, deploymentId, rule].join('/')}>
          <DeploymentLink service={service} environment={environment} id={deploymentId} />
          <span className={styles.why}>
            {linkInWords(rule)} · {confidenceInWords({ rule, confidence })}
          </span>
        </li>
      ))}
    </ul>
  );
}
