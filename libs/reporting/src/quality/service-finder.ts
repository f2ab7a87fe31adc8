import { type Finder, listOf } from './found-list.js';
import type { QualityContext } from './quality-context.js';
import type { Found } from './quality-item.js';

const NAMES = [
  'service_without_team',
  'service_not_in_catalogue',
  'service_never_deployed',
] as const;

/** Looks among the services of the catalogue, and those deployed since the window began. */
export const serviceFinder: Finder<(typeof NAMES)[number]> = {
  names: NAMES,
  find(context) {
    const { catalogue, groups, window } = context;
    const { ever, lately } = deployedServices(context);
    const known = catalogue.entries
      .filter(({ name, repository }) =>
        groups.asksFor({ service: name, repository }, window.end - 1),
      )
      .map(({ name }) => name);
    const all = [...new Set([...known, ...lately.keys()])];
    const found = (service: string, says: string): Found => ({
      thing: 'service',
      services: [service],
      at: ever.get(service),
      says,
    });
    return Promise.resolve({
      service_without_team: listOf(
        all
          .filter((service) => catalogue.teamAt(service, window.end - 1) === undefined)
          .map((service) => found(service, 'has no team')),
        all.length,
      ),
      service_not_in_catalogue: listOf(
        [...lately.keys()]
          .filter((service) => catalogue.find(service) === undefined)
          .map((service) => found(service, 'is not in the catalogue')),
        lately.size,
      ),
      service_never_deployed: listOf(
        known
          .filter((service) => !ever.has(service))
          .map((service) => found(service, 'was never deployed')),
        known.length,
      ),
    });
  },
};

/** When each service was last deployed: those that ever were, and those since the window began. */
function deployedServices({ places, scope, groups, window }: QualityContext) {
  const ever = new Map<string, number>();
  for (const { service, environment, repositories, lastDeployedAt } of places) {
    if (!scope.environments.includes(environment) || lastDeployedAt === undefined) continue;
    const isAsked = repositories.some((repository) =>
      groups.asksFor({ service, repository }, window.end - 1),
    );
    if (isAsked) ever.set(service, Math.max(ever.get(service) ?? 0, lastDeployedAt));
  }
  const lately = new Map([...ever].filter(([, at]) => at >= window.start));
  return { ever, lately };
}
