import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The template of the route that answers, `/v1/webhooks/:source`; one word for all addresses without a route. */
export function routeOf(request: Pick<FastifyRequest, 'routeOptions' | 'is404'>): string {
  return request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
}

/** Which methods the routes of an application allow for an address. */
export type AllowedMethods = (path: string) => string[];

/**
 * Remembers every route as it is added, so that a wrong method can be told from a wrong address (405, not 404).
 * Must be called before the routes are there.
 */
export function watchRoutes(fastify: FastifyInstance): AllowedMethods {
  const methodsByTemplate = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    // What takes whatever is left says nothing of any address.
    if (url === '/*') return;
    const methods = methodsByTemplate.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsByTemplate.set(url, methods);
  });
  return (path) => {
    const allowed = new Set<string>();
    for (const [template, methods] of methodsByTemplate) {
      if (matches(template, path)) methods.forEach((method) => allowed.add(method));
    }
    return [...allowed].sort();
  };
}

/** Templates have `:name` for one segment and end in `*` for any rest. */
function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  const rest = wanted.at(-1) === '*';
  if (rest ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every(
    (segment, index) =>
      (rest && index === wanted.length - 1) ||
      (segment.startsWith(':') ? given[index] !== '' : segment === given[index]),
  );
}
