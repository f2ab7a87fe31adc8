import type { ServiceItem } from '@throughline/api-client';
import type { Filters } from '../../filters/filters.js';
import type { Row } from '../../metrics/row.js';
import { serviceRows } from '../services/service-rows.js';

/** A team as a table has it: the services it has today, and its numbers in the window. */
export interface TeamRow {
  /** null for what belongs to no team. */
  readonly team: string | null;
  readonly services: readonly ServiceItem[];
  readonly row: Row | undefined;
}

/** Every team that a service in the filters has today, and every one that has numbers in the window. */
export function teamRows(
  items: readonly ServiceItem[],
  rows: readonly Row[],
  filters: Filters,
): readonly TeamRow[] {
  const numbers = new Map(rows.map((row) => [row.group['team'] ?? null, row]));
  const members = new Map<string | null, ServiceItem[]>();
  for (const { item } of serviceRows(items, [], filters)) {
    if (item !== undefined) members.set(item.team, [...(members.get(item.team) ?? []), item]);
  }
  return [...new Set([...members.keys(), ...numbers.keys()])].sort(byName).map((team) => ({
    team,
    services: members.get(team) ?? [],
    row: numbers.get(team),
  }));
}

/** What belongs to none comes last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.localeCompare(b);
}
