import type { ServiceItem } from '@throughline/api-client';

export interface LastDeployment {
  readonly environment: string;
  readonly at: string;
}

/**
 * The newest deployment of some services: to an environment that the page is about, else to `production`,
 * else to any, as a page that names none is about production and only the API knows what that is called.
 */
export function lastDeployment(
  services: readonly Pick<ServiceItem, 'environments'>[],
  asked: readonly string[],
): LastDeployment | undefined {
  const all = services.flatMap(({ environments }) =>
    environments.flatMap(({ environment, lastDeployedAt }) =>
      lastDeployedAt === null ? [] : [{ environment, at: lastDeployedAt }],
    ),
  );
  const wanted = asked.length === 0 ? ['production'] : asked;
  const meant = all.filter(({ environment }) => wanted.includes(environment));
  // Instants in one form: the greatest text is the newest.
  return (meant.length === 0 ? all : meant).reduce<LastDeployment | undefined>(
    (newest, one) => (newest === undefined || one.at > newest.at ? one : newest),
    undefined,
  );
}
