import type { ServiceItem } from '@throughline/api-client';
import type { Filters } from '../../filters/filters.js';
import { scopeLists } from '../../filters/scope-names.js';
import type { Row } from '../../metrics/row.js';

/** A service as a table has it: what the catalogue says, and its numbers in the window. */
export interface ServiceRow {
  /** null for what belongs to no service. */
  readonly name: string | null;
  /** undefined where it was neither catalogued nor ever deployed. */
  readonly item: ServiceItem | undefined;
  readonly row: Row | undefined;
}

/**
 * Every service that the filters leave, whether it did anything in the window or not; and every one that
 * has numbers in it, whatever the catalogue says of it today.
 */
export function serviceRows(
  items: readonly ServiceItem[],
  rows: readonly Row[],
  filters: Filters,
): readonly ServiceRow[] {
  const rest = new Map(rows.map((row) => [row.group['service'] ?? null, row]));
  const known = items.flatMap((item): ServiceRow[] => {
    const row = rest.get(item.name);
    rest.delete(item.name);
    return row !== undefined || isMeant(item, filters) ? [{ name: item.name, item, row }] : [];
  });
  const unknown = [...rest].map(([name, row]) => ({ name, item: undefined, row }));
  return [...known, ...unknown];
}

/** Whether the filters name it, as the catalogue knows it today; an environment names no service. */
function isMeant({ name, team, repository }: ServiceItem, filters: Filters): boolean {
  const lists = scopeLists(filters);
  const allows = (list: readonly string[], value: string | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  return (
    allows(lists.service, name) && allows(lists.team, team) && allows(lists.repository, repository)
  );
}
