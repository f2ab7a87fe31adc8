import type { Instant } from '@throughline/events';
import {
  type Deployment,
  deploymentKey,
  type FinishedDeployment,
  type Incident,
  isFinished,
} from '../facts/facts.js';
import { groupBy } from '../grouping/group-by.js';
import {
  type FailureReason,
  failureReasons,
  type FirstShipper,
  fixesByTarget,
  type IncidentLink,
  linkIncidents,
} from './failure-links.js';

/** What became of a finished deployment. */
export interface Judged {
  readonly deployment: FinishedDeployment;
  readonly failed: boolean;
  readonly failureReasons: readonly FailureReason[];
  /** Absent while a failure is open, and where nothing failed. */
  readonly recoveredAt?: Instant | undefined;
  readonly rework: boolean;
}

export interface Judgement {
  readonly deployments: readonly Judged[];
  readonly links: readonly IncidentLink[];
}

/**
 * Says of every finished deployment whether it failed, why, when it was recovered, and whether it
 * was rework. Pure, and blind to the order of its inputs.
 *
 * What it says of a deployment rests on the incidents that name it, on the deployments of its place
 * with the sha or version that those name, and on the deployments that name what they fix: given
 * these, it says the same whatever else is given.
 */
export function judge(
  deployments: readonly Deployment[],
  incidents: readonly Incident[],
  firstShipper: FirstShipper,
): Judgement {
  const links = linkIncidents(deployments, incidents, firstShipper);
  const linksOf = groupBy(links, ({ deployment }) => deploymentKey(deployment));
  const fixesOf = fixesByTarget(deployments);
  const judged = deployments.filter(isFinished).map((deployment): Judged => {
    const incidentLinks = linksOf.get(deploymentKey(deployment)) ?? [];
    const fixes = (fixesOf.get(deployment.id) ?? []).filter(
      (fix) => isSamePlace(fix, deployment) && fix.id !== deployment.id,
    );
    const reasons = failureReasons(deployment, incidentLinks, fixes);
    const failed = reasons.length > 0;
    // An incident may be ended from another service, but what is done in staging ends none here.
    const remedies = incidentLinks
      .flatMap(({ incident }) => fixesOf.get(incident.id) ?? [])
      .filter(
        (fix) =>
          fix.environment === deployment.environment &&
          deploymentKey(fix) !== deploymentKey(deployment),
      );
    return {
      deployment,
      failed,
      failureReasons: reasons,
      recoveredAt: failed
        ? recovery(deployment, incidentLinks, [...fixes, ...remedies])
        : undefined,
      rework: isRework(deployment),
    };
  });
  return { deployments: judged, links };
}

/** Ids of deployments are unique in their place only. */
function isSamePlace(a: Deployment, b: Deployment): boolean {
  return a.service === b.service && a.environment === b.environment;
}

/** The earliest end of the failure that anything linked to it gives. */
function recovery(
  failed: FinishedDeployment,
  incidents: readonly IncidentLink[],
  fixes: readonly Deployment[],
): Instant | undefined {
  const fixed = fixes.filter(({ status }) => status === 'succeeded').map((fix) => fix.finishedAt);
  const resolved = incidents.map(({ incident }) => incident.resolvedAt);
  const ends = [...fixed, ...resolved].filter(
    // What ended before the failure began did not end it.
    (end): end is Instant => end !== undefined && end >= failed.finishedAt,
  );
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

/** Not planned, but made necessary by what happened in production. */
function isRework(deployment: Deployment): boolean {
  return (
    deployment.unplanned === true || deployment.kind !== 'deploy' || deployment.fixes.length > 0
  );
}
