import type { Instant } from '@throughline/events';

/** Whose a service was from a moment on; nobody's where there is no team. */
export interface Tenure {
  readonly since: Instant;
  readonly team: string | undefined;
}

/**
 * Whose a service was at a moment: what it did stays with the team it belonged to then. Before the
 * first that is known it was the first's.
 *
 * @param tenures by `since`, earliest first
 */
export function teamAt(tenures: readonly Tenure[], instant: Instant): string | undefined {
  const current = tenures.findLast(({ since }) => since <= instant) ?? tenures[0];
  return current?.team;
}

/** A team that had a service, until it gave it away. */
export interface FormerOwner {
  readonly team: string;
  readonly until: Instant;
}

/**
 * The tenures of a service whose owners are listed: each former team until it gave the service
 * away; then whose it is now.
 *
 * @param service.formerly earliest first
 */
export function tenuresOfOwners({
  team,
  formerly = [],
}: {
  readonly team?: string | undefined;
  readonly formerly?: readonly FormerOwner[] | undefined;
}): readonly Tenure[] {
  const owners = [...formerly, { team, until: Infinity }];
  return owners.map((owner, index) => ({
    since: owners[index - 1]?.until ?? 0,
    team: owner.team,
  }));
}
