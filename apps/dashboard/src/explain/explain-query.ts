import type { QueryOf } from '@throughline/api-client';
import type { PageAddress } from '../filters/address.js';
import { scopeQuery } from '../filters/filters.js';
import { readExplainOf } from './explain-of.js';

export type ExplainQuery = QueryOf<'/v1/explain'>;

/** What the panel of an address asks the API for. */
export type Asked =
  | { readonly query: ExplainQuery }
  /** `explainOf` that nothing can be asked about. */
  | { readonly unreadable: string };

/**
 * The question that an address with `explain` opens: the page's own row, or the one that `explainOf` names.
 *
 * @param now milliseconds since 1970
 */
export function explainQuery(
  address: PageAddress & { readonly explain: string },
  show: 'all' | 'counted',
  now: number,
): Asked {
  const {
    explain: metric,
    explainOf,
    explainFrom,
    explainTo,
    define: _define,
    ...filters
  } = address;
  const asked = { metric, show } as const;
  const own = scopeQuery(filters, now);
  const scope = {
    ...own,
    ...(explainFrom && { from: explainFrom }),
    ...(explainTo && { to: explainTo }),
  };
  if (explainOf === undefined) return { query: { ...scope, ...asked } };
  const of = readExplainOf(explainOf);
  if (of === undefined) return { unreadable: explainOf };
  if ('deployment' in of) {
    const { service, environment, id } = of.deployment;
    const zone = own.timezone && { timezone: own.timezone };
    return { query: { ...zone, ...asked, service, environment, deployment: id } };
  }
  const { groupBy, group } = of;
  return { query: { ...scope, ...asked, ...narrowed(groupBy, group), groupBy, group } };
}

/**
 * A page about one service or team shows its row whatever the filter of that name says, so the row is asked
 * for under its own name. A list of names is comma-separated: a name with a comma is found by `group` alone,
 * and so is the row of what belongs to none.
 */
function narrowed(groupBy: string, group: string): Partial<Record<string, string>> {
  return group === '' || group.includes(',') ? {} : { [groupBy]: group };
}
