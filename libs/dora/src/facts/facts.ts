import type { DeploymentKind, DeploymentStatus, Instant } from '@throughline/events';
import { compareText } from '../shipment/shipment.js';

/** A service in an environment: where ids of deployments are unique. */
export interface Place {
  readonly service: string;
  readonly environment: string;
}

/** A deployment as the metrics see it. An absent field was not said. */
export interface Deployment extends Place {
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

/** A person's word on a deployment, given after it. */
export interface Verdict extends Place {
  readonly deploymentId: string;
  readonly failed: boolean;
  /** Who says so, as they wish to be named. */
  readonly by: string;
  readonly reason: string;
  readonly at: Instant;
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

export function isSamePlace(a: Place, b: Place): boolean {
  return a.service === b.service && a.environment === b.environment;
}

/** A place as one text; the length keeps two places apart whatever their names hold. */
export function placeKey({ service, environment }: Place): string {
  return `${service.length} ${service} ${environment}`;
}

/** Orders deployments by when they finished, then by id: the order of first shipments. */
export function byFinish(a: FinishedDeployment, b: FinishedDeployment): number {
  return a.finishedAt - b.finishedAt || compareText(a.id, b.id);
}

/** The identity of a deployment as one text. */
export function deploymentKey(
  deployment: Pick<Deployment, 'service' | 'environment' | 'id'>,
): string {
  const { service, environment, id } = deployment;
  return `${service.length} ${environment.length} ${service} ${environment} ${id}`;
}

/** The identity of an incident as one text. */
export function incidentKey(incident: Pick<Incident, 'source' | 'id'>): string {
  return JSON.stringify([incident.source, incident.id]);
}
