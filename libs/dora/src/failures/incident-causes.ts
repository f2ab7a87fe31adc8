import { type FinishedDeployment, type Incident, placeKey, byFinish } from '../facts/facts.js';
import { groupBy } from '../grouping/group-by.js';
import { type FailureLink, failureLink } from './failure-link.js';

/** The deployment of this service and environment that first shipped a commit, if one did. */
export type FirstShipper = (
  service: string,
  environment: string,
  sha: string,
) => string | undefined;

/** Where deployments and incidents meet. */
export interface IncidentGround {
  readonly deployments: readonly FinishedDeployment[];
  readonly incidents: readonly Incident[];
  readonly firstShipper: FirstShipper;
  /** Where an incident is taken to have happened that does not say. */
  readonly production: readonly string[];
}

/**
 * Links every incident that names its cause to the deployments it means:
 *
 * - by id: those of that id in the services it names; where it names none, the one of that id, and
 *   none where several services have one;
 * - by sha, in each place by itself: the one that first shipped it, or the newest attempt at it;
 * - by version, in each place by itself: the newest of that version that was there when it opened.
 */
export function linkNamedCauses(ground: IncidentGround): readonly FailureLink[] {
  const { deployments, incidents, firstShipper } = ground;
  // Of very many deployments few are named: only those are sorted.
  const named = namesIn(incidents);
  const byId = groupBy(deployments, ({ id }) => (named.ids.has(id) ? id : undefined));
  const namesShas = named.shas.size > 0;
  const byPlaceAndId = new Map(
    (namesShas ? deployments : []).map((one) => [`${placeKey(one)} ${one.id}`, one]),
  );
  const places = [...groupBy(namesShas ? deployments : [], placeKey).values()].flatMap(
    ([one]) => one ?? [],
  );
  // What was cancelled reached nobody, so only somebody who names it by its id can mean it.
  const reached = deployments.filter(({ status }) => status !== 'cancelled');
  const bySha = groupBy(reached, ({ sha = '' }) => (named.shas.has(sha) ? sha : undefined));
  const byVersion = groupBy(reached, ({ version = '' }) =>
    named.versions.has(version) ? version : undefined,
  );

  const ofSha = (incident: Incident, sha: string) => {
    const shippers = places.flatMap((place) => {
      const id = firstShipper(place.service, place.environment, sha);
      return (id !== undefined && byPlaceAndId.get(`${placeKey(place)} ${id}`)) || [];
    });
    // Where it failed to deploy nothing shipped it, but that may be just the deployment that is meant.
    const attempts = (bySha.get(sha) ?? []).filter(
      ({ service, environment }) => firstShipper(service, environment, sha) === undefined,
    );
    return [
      ...within(ground, incident, shippers),
      ...newestAPlace(incident, within(ground, incident, attempts)),
    ];
  };
  return incidents.flatMap((incident) => {
    const { deploymentId, sha, version } = incident.cause ?? {};
    if (deploymentId !== undefined) {
      const meant = within(ground, incident, byId.get(deploymentId));
      const isAmbiguous =
        incident.services.length === 0 && new Set(meant.map(({ service }) => service)).size > 1;
      return isAmbiguous ? [] : meant.map((one) => failureLink('named_cause', one, { incident }));
    }
    if (sha !== undefined) {
      return ofSha(incident, sha).map((one) => failureLink('sha_match', one, { incident }));
    }
    if (version !== undefined) {
      const meant = newestAPlace(incident, within(ground, incident, byVersion.get(version)));
      return meant.map((one) => failureLink('version_match', one, { incident }));
    }
    return [];
  });
}

/** What incidents name as their causes. */
function namesIn(incidents: readonly Incident[]) {
  const named = (name: 'deploymentId' | 'sha' | 'version'): ReadonlySet<string> =>
    new Set(incidents.flatMap(({ cause }) => cause?.[name] ?? []));
  return { ids: named('deploymentId'), shas: named('sha'), versions: named('version') };
}

/** Of some deployments those that an incident can be about. */
function within(
  { production }: IncidentGround,
  { services, environment }: Incident,
  deployments: readonly FinishedDeployment[] = [],
): readonly FinishedDeployment[] {
  return deployments.filter(
    (deployment) =>
      (services.length === 0 || services.includes(deployment.service)) &&
      (environment === undefined
        ? production.includes(deployment.environment)
        : environment === deployment.environment),
  );
}

/** Of several deployments in one place the newest that was there when the incident opened. */
function newestAPlace(
  incident: Incident,
  deployments: readonly FinishedDeployment[],
): readonly FinishedDeployment[] {
  return [...groupBy(deployments, placeKey).values()].flatMap((ofPlace) => {
    const ordered = [...ofPlace].sort(byFinish);
    const there = ordered.filter(({ finishedAt }) => finishedAt <= incident.openedAt);
    return there.at(-1) ?? ordered[0] ?? [];
  });
}
