import type { CommitJourney } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { Card } from '../../components/card.js';
import { LongText } from '../../components/long-text.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { DeploymentLink } from '../deployments/deployment-link.js';
import { CommitLink } from './commit-link.js';
import styles from './journey-card.module.css';
import { type Step, stepsOf } from './journey.js';

/** The way of a commit in one repository, station by station. */
export function Journey({ commit }: { readonly commit: CommitJourney }) {
  const timezone = useTimezone();
  const { repository, branch, parents, paths, shipments } = commit;
  return (
    <Card
      title={`Its way in ${repository}`}
      says={
        <>
          {branch === null ? (
            'Its branch was not said'
          ) : (
            <>
              On branch <span className="said">{branch}</span>
            </>
          )}
          {`; times in ${timezone}.`}
          {parents.length > 1 && ' A merge: it counts as shipped, and carries no lead time.'}
        </>
      }
    >
      <ol className={styles.way}>
        {stepsOf(commit).map((step, index) => (
          <Station key={index} step={step} timezone={timezone} />
        ))}
        {shipments.length === 0 && (
          <li className={styles.step} data-is="waiting">
            <p>Not shipped anywhere yet</p>
            <p className={styles.detail}>No deployment that is known has it in its history.</p>
          </li>
        )}
      </ol>
      <div className={styles.more}>
        {parents.length > 0 && (
          <p>
            {parents.length === 1 ? 'Parent' : 'Parents'}{' '}
            {parents.map((parent) => (
              <span key={parent} className={styles.parent}>
                <CommitLink sha={parent} />
              </span>
            ))}
          </p>
        )}
        {paths.length > 0 && (
          <p>
            Files <LongText text={paths.join(', ')} />
          </p>
        )}
      </div>
    </Card>
  );
}

function Station({ step, timezone }: { readonly step: Step; readonly timezone: string }) {
  const { is, at, leg, shipment } = step;
  const lead = shipment?.leadSeconds ?? null;
  return (
    <li className={styles.step} data-is={is}>
      <p>
        {shipment === undefined ? (
          <strong>{is === 'authored' ? 'Authored' : 'Committed'}</strong>
        ) : (
          <>
            <strong className="said">{shipment.environment}</strong> by{' '}
            <DeploymentLink
              service={shipment.service}
              environment={shipment.environment}
              id={shipment.deploymentId}
            />{' '}
            of <span className="said">{shipment.service}</span>
          </>
        )}
      </p>
      <p className={styles.detail}>
        <time dateTime={at}>{momentInWords(at, timezone)}</time>
        {leg !== null && (
          <>
            {' · '}
            {durationInWords(leg.seconds)} after <span className="said">{leg.after}</span>
          </>
        )}
        {lead !== null && ` · lead time ${durationInWords(lead)}`}
      </p>
    </li>
  );
}
