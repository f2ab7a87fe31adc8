/** What the list of incidents can be narrowed to, beside the filters of every page. */
export interface IncidentListAddress {
  /** Left out: open and resolved ones. */
  readonly open?: 'true' | 'false' | undefined;
}

export function readIncidentList(search: Readonly<Record<string, unknown>>): IncidentListAddress {
  const { open } = search;
  return open === 'true' || open === 'false' ? { open } : {};
}
