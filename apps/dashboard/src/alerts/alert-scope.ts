import type { Filters } from '../filters/filters.js';

/** What alerts can be narrowed to; an alert has no repository, and is the same by every definition. */
export type AlertScope = Pick<Filters, 'service' | 'team' | 'environment'>;

/** The part of a page's filters that narrows alerts too. */
export function alertScope({ service, team, environment }: AlertScope): AlertScope {
  return {
    ...(service !== undefined && { service }),
    ...(team !== undefined && { team }),
    ...(environment !== undefined && { environment }),
  };
}
