import type { OracleCatalogue } from './catalogue.js';
import type { OracleQuestion } from './question.js';
import type { OracleScope } from './row-scope.js';
import type { World } from './world.js';

/** Every group that anything could be in, by name; what is in none comes last. */
export function possibleGroups(
  { groupBy, environments }: OracleQuestion,
  world: World,
  catalogue: OracleCatalogue,
): readonly (string | null)[] {
  const { deployments, incidents, commits, changes } = world;
  const services = [
    ...catalogue.names,
    ...deployments.map(({ service }) => service),
    ...incidents.flatMap((incident) => incident.services),
  ];
  const repositories = [
    ...services.flatMap((service) => catalogue.repositoryOf(service) ?? []),
    ...deployments.flatMap(({ repository }) => repository ?? []),
    ...[...commits, ...changes].map(({ repository }) => repository),
  ];
  const names = {
    none: [],
    service: services,
    team: catalogue.teams,
    repository: repositories,
    environment: environments,
  }[groupBy];
  const byName = [...new Set(names)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return [...byName, null];
}

/** Groups that are there even where nothing happened in the window. */
export function knownGroups(
  question: OracleQuestion,
  { deployments, incidents }: World,
  catalogue: OracleCatalogue,
  scope: OracleScope,
): ReadonlySet<string | null> {
  const { groupBy, environments, start, end } = question;
  const isInWindow = (at: number | undefined) => at !== undefined && at >= start && at < end;
  const deployed = deployments.flatMap((deployment) => {
    const at = deployment.finishedAt ?? end;
    const then = isInWindow(at) ? scope.groupsOf(deployment, at) : [];
    return [...then, ...scope.groupsOf(deployment, end - 1)];
  });
  const concerned = incidents
    .filter(({ openedAt, resolvedAt }) => isInWindow(openedAt) || isInWindow(resolvedAt))
    .flatMap((incident) => scope.groupsOfIncident(incident));
  const catalogued = catalogue.names.flatMap((service) =>
    environments.flatMap((environment) => scope.groupsOf({ service, environment }, end - 1)),
  );
  return new Set([
    ...(groupBy === 'none' ? [null] : []),
    ...deployed,
    ...concerned,
    // That a service exists says nothing of where it is deployed.
    ...(groupBy === 'environment' ? [] : catalogued),
  ]);
}
