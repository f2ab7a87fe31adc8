import type { DeploymentDetail } from '@throughline/api-client';
import { durationInWords } from '@throughline/dora';
import { Link } from '@tanstack/react-router';
import { OutcomeMark } from '../../components/outcome-mark.js';
import { OutsideLink } from '../../components/outside-link.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { outcomeInWords, statusInWords } from '../../words/outcomes.js';
import styles from './deployment-head.module.css';
import { DeploymentLink } from './deployment-link.js';

/** What it was, in a line, and the way to the ones before and after it. */
export function DeploymentHead({ deployment }: { readonly deployment: DeploymentDetail }) {
  const timezone = useTimezone();
  const { service, environment, kind, status, startedAt, finishedAt, url, previous, next } =
    deployment;
  return (
    <div className={styles.head}>
      <p className={styles.what}>
        <OutcomeMark {...outcomeInWords(deployment)} />
        <span>
          {kind} of{' '}
          <Link to="/services/$service" params={{ service }} className="said">
            {service}
          </Link>{' '}
          to <span className="said">{environment}</span>, {statusInWords(status)}
          {finishedAt === null ? '' : ` on ${momentInWords(finishedAt, timezone)} ${timezone}`}
          {startedAt !== null && finishedAt !== null && ` after ${took(startedAt, finishedAt)}`}
        </span>
        {url !== null && <OutsideLink address={url}>at the deployer</OutsideLink>}
      </p>
      <nav className={`${styles.neighbours} unprinted`} aria-label="Deployments before and after">
        {previous === null ? (
          <span className={styles.none}>No earlier one</span>
        ) : (
          <DeploymentLink service={service} environment={environment} id={previous}>
            ← Previous
          </DeploymentLink>
        )}
        {next === null ? (
          <span className={styles.none}>The latest</span>
        ) : (
          <DeploymentLink service={service} environment={environment} id={next}>
            Next →
          </DeploymentLink>
        )}
      </nav>
    </div>
  );
}

function took(startedAt: string, finishedAt: string): string {
  return durationInWords((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}
