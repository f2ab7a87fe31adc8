import type { QualityItem } from '@throughline/api-client';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CommitLink } from '../commits/commit-link.js';
import { DeploymentLink } from '../deployments/deployment-link.js';
import { IncidentLink } from '../incidents/incident-link.js';

/** What was found, as a link to its page where it has one. */
export function FindingSubject({ item }: { readonly item: QualityItem }): ReactNode {
  const { thing, id, services, environment, repository, source } = item;
  const [service] = services;
  if (thing === 'commit' && id !== null) return <CommitLink sha={id} />;
  if (thing === 'incident' && id !== null && source !== null) {
    return <IncidentLink source={source} id={id} />;
  }
  if (thing === 'deployment' && id !== null && service !== undefined && environment !== null) {
    return <DeploymentLink service={service} environment={environment} id={id} />;
  }
  if (thing === 'service' && service !== undefined) {
    return (
      <Link to="/services/$service" params={{ service }} className="said">
        {service}
      </Link>
    );
  }
  if (thing === 'change') return <span className="said">{`${repository ?? ''} #${id ?? ''}`}</span>;
  return <span className="said">{source ?? id ?? '–'}</span>;
}
