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
