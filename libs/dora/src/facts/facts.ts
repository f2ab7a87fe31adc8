import type { DeploymentKind, DeploymentStatus, Instant } from '@throughline/events';

/** A deployment as the metrics see it. An absent field was not said. */
export interface Deployment {
  readonly service: string;
  readonly environment: string;
  readonly id: string;
  readonly repository?: string | undefined;
  readonly sha?: string | undefined;
  readonly version?: string | undefined;
  readonly status: DeploymentStatus;
  readonly kind: DeploymentKind;
  readonly unplanned?: boolean | undefined;
  /** Ids of the incidents or deployments that it fixes or rolls back. */
  readonly fixes: readonly string[];
  /** A person's verdict. */
  readonly changeFailure?: boolean | undefined;
  readonly startedAt?: Instant | undefined;
  readonly finishedAt?: Instant | undefined;
  readonly url?: string | undefined;
}

/** A deployment that is over, one way or another. */
export interface FinishedDeployment extends Deployment {
  readonly finishedAt: Instant;
}

/** An incident as the metrics see it. */
export interface Incident {
  readonly source: string;
  readonly id: string;
  readonly services: readonly string[];
  readonly environment?: string | undefined;
  readonly severity?: string | undefined;
  readonly openedAt: Instant;
  readonly acknowledgedAt?: Instant | undefined;
  readonly resolvedAt?: Instant | undefined;
  readonly cause?: IncidentCause | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
}

/** What somebody said brought an incident about; one of the three is there. */
export interface IncidentCause {
  readonly deploymentId?: string | undefined;
  readonly sha?: string | undefined;
  readonly version?: string | undefined;
}

export function isFinished(deployment: Deployment): deployment is FinishedDeployment {
  return deployment.status !== 'in_progress' && deployment.finishedAt !== undefined;
}

/** The identity of a deployment as one text. */
export function deploymentKey(
  deployment: Pick<Deployment, 'service' | 'environment' | 'id'>,
): string {
  return JSON.stringify([deployment.service, deployment.environment, deployment.id]);
}

/** The identity of an incident as one text. */
export function incidentKey(incident: Pick<Incident, 'source' | 'id'>): string {
  return JSON.stringify([incident.source, incident.id]);
}
