import type { DeploymentEvent, IncidentEvent } from '@throughline/events';
import type { OracleShipment } from './first-shipments.js';

/** What became of a finished deployment. */
export interface OracleVerdict {
  readonly deployment: DeploymentEvent;
  readonly finishedAt: number;
  readonly failed: boolean;
  readonly recoveredAt: number | undefined;
  readonly rework: boolean;
}

/** Asks of every finished deployment each question by itself, looking at everything each time. */
export function oracleVerdicts(
  deployments: readonly DeploymentEvent[],
  incidents: readonly IncidentEvent[],
  shipments: readonly OracleShipment[],
): OracleVerdict[] {
  const world = { deployments, shipments };
  return deployments.flatMap((deployment) => {
    const { finishedAt } = deployment;
    if (deployment.status === 'in_progress' || finishedAt === undefined) return [];
    const caused = incidents.filter((incident) => means(incident, deployment, world));
    const others = deployments.filter((other) => other !== deployment);
    const fixing = others.filter(
      (other) => samePlace(other, deployment) && other.fixes.includes(deployment.id),
    );
    const failed =
      deployment.changeFailure ??
      (['failed', 'rolled_back'].includes(deployment.status) ||
        caused.length > 0 ||
        fixing.length > 0);
    const ending = others.filter(
      (other) =>
        other.environment === deployment.environment &&
        caused.some(({ id }) => other.fixes.includes(id)),
    );
    const ends = [
      ...[...fixing, ...ending]
        .filter(({ status }) => status === 'succeeded')
        .map((fix) => fix.finishedAt),
      ...caused.map(({ resolvedAt }) => resolvedAt),
    ].filter((end): end is number => end !== undefined && end >= finishedAt);
    return {
      deployment,
      finishedAt,
      failed,
      recoveredAt: failed ? ends.sort((a, b) => a - b)[0] : undefined,
      rework:
        deployment.unplanned === true ||
        deployment.kind !== 'deploy' ||
        deployment.fixes.length > 0,
    };
  });
}

interface World {
  readonly deployments: readonly DeploymentEvent[];
  readonly shipments: readonly OracleShipment[];
}

/** Whether what an incident names as its cause is this deployment. */
function means(incident: IncidentEvent, deployment: DeploymentEvent, world: World): boolean {
  const { causedBy, services, environment } = incident;
  if (causedBy === undefined) return false;
  if (services.length > 0 && !services.includes(deployment.service)) return false;
  if (environment !== undefined && environment !== deployment.environment) return false;
  if (causedBy.deploymentId !== undefined) return causedBy.deploymentId === deployment.id;
  const here = world.deployments.filter((other) => samePlace(other, deployment));
  if (causedBy.version !== undefined) {
    return (
      deployment ===
      newest(
        incident,
        here.filter(({ version }) => version === causedBy.version),
      )
    );
  }
  const shipper = world.shipments.find(
    (shipment) => samePlace(shipment, deployment) && shipment.sha === causedBy.sha,
  );
  if (shipper !== undefined) return shipper.deploymentId === deployment.id;
  return (
    deployment ===
    newest(
      incident,
      here.filter(({ sha }) => sha === causedBy.sha),
    )
  );
}

/** The last that was there when the incident opened; the first of all where none was. */
function newest(
  { openedAt }: IncidentEvent,
  candidates: readonly DeploymentEvent[],
): DeploymentEvent | undefined {
  const inOrder = candidates
    .filter(({ status }) => status !== 'in_progress' && status !== 'cancelled')
    .sort((a, b) => Number(a.finishedAt) - Number(b.finishedAt) || (a.id < b.id ? -1 : 1));
  return inOrder.findLast(({ finishedAt }) => Number(finishedAt) <= openedAt) ?? inOrder[0];
}

interface Place {
  readonly service: string;
  readonly environment: string;
}

function samePlace(a: Place, b: Place): boolean {
  return a.service === b.service && a.environment === b.environment;
}
