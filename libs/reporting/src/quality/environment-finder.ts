import { type Finder, listOf } from './found-list.js';
import type { QualityContext } from './quality-context.js';

/** Looks among the environments deployed to since the window began, whichever are asked for. */
export const environmentFinder: Finder<'environment_unclassified'> = {
  names: ['environment_unclassified'],
  find(context) {
    const { classedEnvironments } = context;
    const lately = deployedTo(context);
    const unclassified = [...lately].filter(([name]) => !classedEnvironments.has(name));
    return Promise.resolve({
      environment_unclassified: listOf(
        unclassified.map(([environment, { services, at }]) => ({
          thing: 'environment',
          environment,
          services: [...services].sort(),
          at,
          says: saysOf(environment, classedEnvironments),
        })),
        lately.size,
      ),
    });
  },
};

function saysOf(environment: string, classed: ReadonlySet<string>): string {
  const alike = [...classed].find((name) => name.toLowerCase() === environment.toLowerCase());
  return alike === undefined
    ? 'is of no class'
    : `is of no class: only the case of its letters tells it from ${alike}`;
}

/** The environments, who was deployed there, and when anything last was. */
function deployedTo({ places, groups, window }: QualityContext) {
  const found = new Map<string, { readonly services: Set<string>; at: number }>();
  for (const { service, environment, repositories, lastDeployedAt } of places) {
    if (lastDeployedAt === undefined || lastDeployedAt < window.start) continue;
    const isAsked = repositories.some((repository) =>
      groups.asksFor({ service, repository }, window.end - 1),
    );
    if (!isAsked) continue;
    const { services, at } = found.get(environment) ?? { services: new Set<string>(), at: 0 };
    services.add(service);
    found.set(environment, { services, at: Math.max(at, lastDeployedAt) });
  }
  return found;
}
