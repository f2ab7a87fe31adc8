import {
  type Deployment,
  deploymentKey,
  type FinishedDeployment,
  type Incident,
  isFinished,
} from '../facts/facts.js';
import { groupBy } from '../grouping/group-by.js';
import { compareText } from '../shipment/shipment.js';

/** The rules that can say a deployment failed, by name. */
export type FailureRule = 'verdict' | 'status' | 'named_cause' | 'named_fix';

/** Why a deployment counts as failed: the rule, what it rests on, and how sure it is (0 to 1). */
export interface FailureReason {
  readonly rule: FailureRule;
  readonly incident?: Incident;
  readonly fix?: Deployment;
  readonly confidence: number;
}

/** That an incident goes back to a deployment. */
export interface IncidentLink {
  readonly incident: Incident;
  readonly deployment: FinishedDeployment;
  readonly rule: FailureRule;
  readonly confidence: number;
}

/** Somebody said so: nothing is inferred. */
const EXPLICIT = 1;

/** The deployment of this service and environment that first shipped a commit, if one did. */
export type FirstShipper = (
  service: string,
  environment: string,
  sha: string,
) => string | undefined;

/**
 * Links every incident that names its cause to the deployments it means, in each place by itself:
 * the one of that id, the one that first shipped that sha, or the one of that version which was
 * newest when it opened.
 */
export function linkIncidents(
  deployments: readonly Deployment[],
  incidents: readonly Incident[],
  firstShipper: FirstShipper,
): readonly IncidentLink[] {
  const finished = deployments.filter(isFinished);
  const byId = groupBy(finished, ({ id }) => id);
  const byKey = new Map(finished.map((deployment) => [deploymentKey(deployment), deployment]));
  const places = [...groupBy(finished, placeOf).values()].flatMap(([one]) => one ?? []);
  // What was cancelled reached nobody, so only somebody who names it by its id can mean it.
  const reached = finished.filter(({ status }) => status !== 'cancelled');
  const bySha = groupBy(reached, ({ sha }) => sha);
  const byVersion = groupBy(reached, ({ version }) => version);

  const named = (incident: Incident): readonly FinishedDeployment[] => {
    const { deploymentId, sha, version } = incident.cause ?? {};
    if (deploymentId !== undefined) return inScope(incident, byId.get(deploymentId));
    if (version !== undefined) {
      return newestAPlace(incident, inScope(incident, byVersion.get(version)));
    }
    if (sha === undefined) return [];
    const shippers = places.flatMap(({ service, environment }) => {
      const id = firstShipper(service, environment, sha);
      return (id !== undefined && byKey.get(deploymentKey({ service, environment, id }))) || [];
    });
    // Where it failed to deploy nothing shipped it, but that may be just the deployment that is meant.
    const attempts = (bySha.get(sha) ?? []).filter(
      ({ service, environment }) => firstShipper(service, environment, sha) === undefined,
    );
    return [...inScope(incident, shippers), ...newestAPlace(incident, inScope(incident, attempts))];
  };
  return incidents.flatMap((incident) =>
    named(incident).map((deployment): IncidentLink => ({
      incident,
      deployment,
      rule: 'named_cause',
      confidence: EXPLICIT,
    })),
  );
}

function inScope(
  incident: Incident,
  deployments: readonly FinishedDeployment[] = [],
): readonly FinishedDeployment[] {
  return deployments.filter(
    ({ service, environment }) =>
      (incident.services.length === 0 || incident.services.includes(service)) &&
      (incident.environment === undefined || incident.environment === environment),
  );
}

/** Of several deployments in one place the newest that was there when the incident opened. */
function newestAPlace(
  incident: Incident,
  deployments: readonly FinishedDeployment[],
): readonly FinishedDeployment[] {
  return [...groupBy(deployments, placeOf).values()].flatMap((ofPlace) => {
    const ordered = [...ofPlace].sort(
      (a, b) => a.finishedAt - b.finishedAt || compareText(a.id, b.id),
    );
    const there = ordered.filter(({ finishedAt }) => finishedAt <= incident.openedAt);
    const chosen = there.at(-1) ?? ordered[0];
    return chosen === undefined ? [] : [chosen];
  });
}

function placeOf({ service, environment }: Deployment): string {
  return JSON.stringify([service, environment]);
}

/** The deployments that name what they fix, by what they name. */
export function fixesByTarget(
  deployments: readonly Deployment[],
): ReadonlyMap<string, readonly Deployment[]> {
  const byTarget = new Map<string, Deployment[]>();
  for (const deployment of deployments) {
    for (const target of new Set(deployment.fixes)) {
      const naming = byTarget.get(target);
      if (naming === undefined) byTarget.set(target, [deployment]);
      else naming.push(deployment);
    }
  }
  return byTarget;
}

/** Why this deployment counts as failed; empty when it does not. */
export function failureReasons(
  deployment: FinishedDeployment,
  incidents: readonly IncidentLink[],
  fixes: readonly Deployment[],
): readonly FailureReason[] {
  if (deployment.changeFailure === false) return [];
  const reasons: FailureReason[] = [];
  if (deployment.changeFailure === true) reasons.push({ rule: 'verdict', confidence: EXPLICIT });
  if (deployment.status === 'failed' || deployment.status === 'rolled_back') {
    reasons.push({ rule: 'status', confidence: EXPLICIT });
  }
  for (const { incident, rule, confidence } of incidents) {
    reasons.push({ rule, incident, confidence });
  }
  for (const fix of fixes) {
    reasons.push({ rule: 'named_fix', fix, confidence: EXPLICIT });
  }
  return reasons;
}
