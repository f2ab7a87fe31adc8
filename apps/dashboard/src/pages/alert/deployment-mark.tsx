import type { AlertDetail } from '@throughline/api-client';
import { DeploymentLink } from '../deployments/deployment-link.js';
import { momentInWords } from '../../words/dates.js';
import { isolated } from '../../words/isolated.js';
import styles from './deployment-mark.module.css';
import { reasonsInWords } from './strip-words.js';

interface DeploymentMarkProps {
  readonly deployment: AlertDetail['evidence']['deployments'][number];
  readonly subject: AlertDetail['subject'];
  readonly timezone: string;
}

/** A deployment as a mark: what became of it by shape and colour, in words for who asks or cannot see it. */
export function DeploymentMark({ deployment, subject, timezone }: DeploymentMarkProps) {
  const { id, failed, finishedAt, reasons } = deployment;
  const { service, environment } = subject;
  const became = failed ? `failed: ${reasonsInWords(reasons)}` : 'did not fail';
  const words = `${isolated(id)} ${became}; ${momentInWords(finishedAt, timezone)}`;
  const mark = (
    <span className={styles.mark} data-failed={failed} title={words}>
      <span aria-hidden="true">{failed ? '✕' : '✓'}</span>
      <span className="unseen">{words}</span>
    </span>
  );
  if (service === null || environment === null) return mark;
  return (
    <DeploymentLink service={service} environment={environment} id={id}>
      {mark}
    </DeploymentLink>
  );
}
