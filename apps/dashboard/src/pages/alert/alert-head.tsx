import type { AlertDetail } from '@throughline/api-client';
import { Link } from '@tanstack/react-router';
import { AlertLink } from '../../alerts/alert-link.js';
import {
  kindInWords,
  lastedInWords,
  resolutionInWords,
  unsaidInWords,
} from '../../alerts/alert-words.js';
import { SeverityMark } from '../../alerts/severity-mark.js';
import { FactLine } from '../../components/fact-line.js';
import { ServiceLink, TeamLink } from '../../components/group-links.js';
import { OutsideLink } from '../../components/outside-link.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { DeploymentLink } from '../deployments/deployment-link.js';
import styles from './alert-head.module.css';

interface AlertHeadProps {
  readonly alert: AlertDetail;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Whether it goes on, what it is about, and whose it is. */
export function AlertHead({ alert, now }: AlertHeadProps) {
  const timezone = useTimezone();
  const { subject, team, owner, tier, rule, kind, runbookUrl, parentId, escalatedAt, unsaid } =
    alert;
  const { service, environment, source, deploymentId } = subject;
  return (
    <>
      <p className={styles.state}>
        <SeverityMark {...alert} />
        <span>{stateInWords(alert, now, timezone)}</span>
        {escalatedAt !== null && (
          <span>It became a page on {momentInWords(escalatedAt, timezone)}.</span>
        )}
        {parentId !== null && (
          <span>
            It is a part of <AlertLink id={parentId}>a common cause</AlertLink>.
          </span>
        )}
      </p>
      {unsaid !== null && <p className={styles.unsaid}>{unsaidInWords(unsaid)}</p>}
      <FactLine
        facts={[
          { name: 'Service', value: service && <ServiceLink name={service} /> },
          { name: 'Environment', value: environment },
          {
            name: 'Deployment',
            value:
              deploymentId === null || service === null || environment === null ? (
                deploymentId
              ) : (
                <DeploymentLink service={service} environment={environment} id={deploymentId} />
              ),
          },
          { name: 'Source', value: source },
          {
            name: 'Team',
            value: (team ?? subject.team) && <TeamLink name={team ?? subject.team ?? ''} />,
          },
          { name: 'Owner', value: owner },
          { name: 'Tier', value: tier },
          {
            name: 'Rule',
            value: (
              <Link to="/alerts/history" search={{ rule }} className="said">
                {rule}
              </Link>
            ),
          },
          { name: 'Because of', value: kindInWords(kind) },
          { name: 'Runbook', value: runbookUrl && <OutsideLink address={runbookUrl} /> },
        ]}
      />
    </>
  );
}

function stateInWords(alert: AlertDetail, now: number, timezone: string): string {
  const { startedAt, resolvedAt, resolution } = alert;
  const lasted = lastedInWords(alert, now);
  const began = momentInWords(startedAt, timezone);
  if (resolvedAt === null) return `Firing since ${began} ${timezone}, for ${lasted}.`;
  return `Over: it fired for ${lasted} from ${began} ${timezone}; ${resolutionInWords(resolution)}.`;
}
