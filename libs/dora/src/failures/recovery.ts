import type { Instant } from '@throughline/events';
import type { RecoveryDefinition } from '../definitions/definition.js';
import {
  type Deployment,
  deploymentKey,
  type FinishedDeployment,
  type Incident,
} from '../facts/facts.js';
import type { FailureLink } from './failure-link.js';

/** What ended a failure, and when. */
export interface Recovery {
  readonly at: Instant;
  readonly by: { readonly remedy: Deployment } | { readonly incident: Incident };
}

/**
 * The earliest end of a failure that anything gives which shows it: a remedy that succeeded, or the
 * resolution of an incident. An incident may be ended from another service, by what names it in
 * `fixes`, but what is done in staging ends none in production.
 */
export function recoveryOf(
  failed: FinishedDeployment,
  reasons: readonly FailureLink[],
  fixesOf: ReadonlyMap<string, readonly Deployment[]>,
  { endedBy }: RecoveryDefinition,
): Recovery | undefined {
  const incidents = reasons.flatMap(({ incident }) => incident ?? []);
  const remedies = [
    ...reasons.flatMap(({ remedy }) => remedy ?? []),
    ...incidents
      .flatMap(({ id }) => fixesOf.get(id) ?? [])
      .filter((fix) => fix.environment === failed.environment),
  ].filter((remedy) => deploymentKey(remedy) !== deploymentKey(failed));
  const ends = [
    ...(endedBy.includes('remedy') ? remedies.flatMap(endOfRemedy) : []),
    ...(endedBy.includes('incident_resolved') ? incidents.flatMap(endOfIncident) : []),
    // What ended before the failure began did not end it.
  ].filter(({ at }) => at >= failed.finishedAt);
  return ends.reduce<Recovery | undefined>(
    (earliest, end) => (earliest === undefined || end.at < earliest.at ? end : earliest),
    undefined,
  );
}

function endOfRemedy(remedy: Deployment): Recovery[] {
  const { status, finishedAt } = remedy;
  return status === 'succeeded' && finishedAt !== undefined
    ? [{ at: finishedAt, by: { remedy } }]
    : [];
}

function endOfIncident(incident: Incident): Recovery[] {
  return incident.resolvedAt === undefined ? [] : [{ at: incident.resolvedAt, by: { incident } }];
}
