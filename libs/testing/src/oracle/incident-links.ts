import type { IncidentEvent } from '@throughline/events';
import type { OracleDefinition } from './definitions.js';
import type { OracleLink } from './link.js';
import { type Finished, type Place, samePlace } from './places.js';
import type { World } from './world.js';

/** An incident that names no environment is about production, one that names no service about any. */
function concerns(world: World, { services, environment }: IncidentEvent, place: Place): boolean {
  const environments = environment === undefined ? world.production : [environment];
  return (
    environments.includes(place.environment) &&
    (services.length === 0 || services.includes(place.service))
  );
}

/** It names a deployment; an id that several services have says nothing unless it says which. */
export function namedCause(world: World): OracleLink[] {
  return world.incidents.flatMap((incident) => {
    const named = world.finished.filter(
      (one) => one.id === incident.causedBy?.deploymentId && concerns(world, incident, one),
    );
    const services = new Set(named.map(({ service }) => service));
    if (incident.services.length === 0 && services.size > 1) return [];
    return named.map((failed) => ({ rule: 'named_cause', failed, incident }));
  });
}

/** It names a commit: whatever first brought that, or else was of it when the incident opened. */
export function shaMatch(world: World): OracleLink[] {
  return linkInEachPlace(world, 'sha_match', (incident, place) => {
    const sha = incident.causedBy?.sha;
    if (sha === undefined) return undefined;
    return (
      world.histories.firstOfSha(place, sha) ??
      thereWhenOpened(
        incident,
        world.finished.filter((one) => samePlace(one, place) && one.sha === sha),
      )
    );
  });
}

/** It names a version: what was of it when the incident opened. */
export function versionMatch(world: World): OracleLink[] {
  return linkInEachPlace(world, 'version_match', (incident, place) => {
    const version = incident.causedBy?.version;
    if (version === undefined) return undefined;
    return thereWhenOpened(
      incident,
      world.finished.filter((one) => samePlace(one, place) && one.version === version),
    );
  });
}

function linkInEachPlace(
  world: World,
  rule: 'sha_match' | 'version_match',
  causeIn: (incident: IncidentEvent, place: Place) => Finished | undefined,
): OracleLink[] {
  return world.incidents.flatMap((incident) =>
    world.places
      .filter((place) => concerns(world, incident, place))
      .flatMap((place): OracleLink[] => {
        const failed = causeIn(incident, place);
        return failed === undefined ? [] : [{ rule, failed, incident }];
      }),
  );
}

/** The last that was there when the incident opened; the first of all where none was. */
function thereWhenOpened(
  { openedAt }: IncidentEvent,
  candidates: readonly Finished[],
): Finished | undefined {
  const live = candidates.filter(({ status }) => status !== 'cancelled');
  return live.findLast(({ finishedAt }) => finishedAt <= openedAt) ?? live[0];
}

const NAMING = ['named_cause', 'sha_match', 'version_match'] as const;

/** It is about a service: the last of that which had reached its users when the incident opened. */
export function windowed(world: World, definition: OracleDefinition): OracleLink[] {
  const believesNames = NAMING.some((rule) => definition.rules.includes(rule));
  return world.incidents
    .filter(({ causedBy }) => causedBy === undefined || !believesNames)
    .flatMap((incident) =>
      [...new Set(incident.services)].flatMap((service): OracleLink[] => {
        const failed = world.finished.findLast(
          (one) =>
            one.service === service &&
            concerns(world, incident, one) &&
            definition.reaching.includes(one.status) &&
            one.finishedAt < incident.openedAt,
        );
        const longest = definition.windowOf[service] ?? definition.window;
        if (failed === undefined) return [];
        if (longest !== null && incident.openedAt - failed.finishedAt > longest * 1000) return [];
        return [{ rule: 'window', failed, incident }];
      }),
    );
}
