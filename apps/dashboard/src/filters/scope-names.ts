import type { ServiceItem } from '@throughline/api-client';
import type { Filters, Scope } from './filters.js';

type Lists = Readonly<Record<Scope, readonly string[]>>;

/** The names that a filter can have, each once and in order. */
export function namesOfScopes(services: readonly ServiceItem[]): Lists {
  return {
    team: inOrder(services.map(({ team }) => team)),
    service: inOrder(services.map(({ name }) => name)),
    repository: inOrder(services.map(({ repository }) => repository)),
    environment: inOrder(
      services.flatMap(({ environments }) => environments.map(({ environment }) => environment)),
    ),
  };
}

/** The names that the filters have. */
export function scopeLists({ team, service, repository, environment }: Filters): Lists {
  return {
    team: split(team),
    service: split(service),
    repository: split(repository),
    environment: split(environment),
  };
}

function split(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(',').filter((name) => name !== '');
}

function inOrder(names: readonly (string | null)[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== null))].sort((a, b) => a.localeCompare(b));
}
