import { normaliseRepository } from '@throughline/events';
import type { DeploymentScope, TeamScope } from '@throughline/store';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { ReportingOptions } from '../reporting-options.js';
import type { ScopeInput } from './scope-parameters.js';

/** Which deployments a question is about, in the terms of the store. */
export interface ReportScope extends DeploymentScope, TeamScope {
  readonly everyRepository: boolean;
  readonly repositories: string[];
}

type Environments = Pick<ReportingOptions, 'production' | 'environmentClasses'>;

/** Turns the filters of a question into services, environments and repositories. */
export function reportScope(
  { service, team, repository, environment }: ScopeInput,
  catalogue: Catalogue,
  { production, environmentClasses }: Environments,
): ReportScope {
  const ofTeams = team?.flatMap((name) => catalogue.servicesEverOf(name));
  const services = ofTeams?.filter((name) => service?.includes(name) ?? true) ?? service;
  return {
    environments:
      environment === undefined
        ? [...new Set(production)]
        : environmentsNamed(environment, environmentClasses),
    everyService: services === undefined,
    services: [...(services ?? [])],
    everyRepository: repository === undefined,
    repositories: (repository ?? []).map(normaliseRepository),
    ...catalogue.teamScope(team),
  };
}

/** Environments, each once, where a name may be that of a class of them. */
export function environmentsNamed(
  names: readonly string[],
  classes: ReportingOptions['environmentClasses'],
): string[] {
  const byName = new Map(Object.entries(classes));
  return [...new Set(names.flatMap((name) => byName.get(name) ?? name))];
}

/**
 * The environment of an incident that does not say where it happened: it is taken to be about
 * production.
 *
 * @param deployedTo the environments that anything was deployed to
 * @returns undefined when no production environment is asked for
 */
export function unsaidEnvironment(
  { environments }: ReportScope,
  production: readonly string[],
  deployedTo: readonly string[],
): string | undefined {
  const asked = environments.filter((environment) => production.includes(environment));
  return asked.find((environment) => deployedTo.includes(environment)) ?? asked[0];
}

/** Whether something of a service and repository is asked for. */
export function isInScope(
  scope: ReportScope,
  service: string,
  repository: string | undefined,
): boolean {
  return (
    (scope.everyService || scope.services.includes(service)) &&
    (scope.everyRepository || scope.repositories.includes(repository ?? ''))
  );
}
