import type { IncidentItem } from '@throughline/api-client';
import { Link } from '@tanstack/react-router';
import { Card } from '../../components/card.js';
import { type Fact, Facts } from '../../components/facts.js';
import { LongText } from '../../components/long-text.js';
import { OutsideLink } from '../../components/outside-link.js';
import { useTimezone } from '../../filters/use-filters.js';
import { momentInWords } from '../../words/dates.js';
import { CommitLink } from '../commits/commit-link.js';

/** What was said of it, as it is stored. */
export function IncidentFacts({ incident }: { readonly incident: IncidentItem }) {
  const timezone = useTimezone();
  const moment = (time: string | null) => time && momentInWords(time, timezone);
  const { source, id, services, environment, severity, url, causedBy } = incident;
  const facts: readonly Fact[] = [
    { name: 'Id', value: <LongText text={id} /> },
    { name: 'Services', value: services.length === 0 ? null : <Services names={services} /> },
    { name: 'Environment', value: environment },
    { name: 'Severity', value: severity && <LongText text={severity} /> },
    { name: 'Opened', value: moment(incident.openedAt) },
    { name: 'Acknowledged', value: moment(incident.acknowledgedAt) },
    { name: 'Resolved', value: moment(incident.resolvedAt) },
    { name: 'Caused by', value: causedBy && <NamedCause cause={causedBy} /> },
    { name: 'Its page', value: url && <OutsideLink address={url} /> },
    { name: 'Said by', value: source },
  ];
  return (
    <Card title="As it was told" says={`The latest event about it; times in ${timezone}.`}>
      <Facts facts={facts} />
    </Card>
  );
}

function Services({ names }: { readonly names: readonly string[] }) {
  return (
    <ul>
      {names.map((service) => (
        <li key={service}>
          <Link to="/services/$service" params={{ service }} className="said">
            {service}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NamedCause({ cause }: { readonly cause: NonNullable<IncidentItem['causedBy']> }) {
  if ('sha' in cause) {
    return (
      <>
        commit <CommitLink sha={cause.sha} />
      </>
    );
  }
  return 'version' in cause ? `version ${cause.version}` : `deployment ${cause.deploymentId}`;
}
