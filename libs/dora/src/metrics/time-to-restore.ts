import type { Incident } from '../facts/facts.js';
import { type Spread, spread } from '../statistics/quantile.js';

export interface TimeToRestore extends Spread {
  readonly incidents: number;
  readonly resolved: number;
  readonly open: number;
}

/** Seconds from an incident's opening to its resolution, whatever caused it. */
export function timeToRestore(incidents: readonly Incident[]): TimeToRestore {
  const seconds = incidents.flatMap(({ openedAt, resolvedAt }) =>
    resolvedAt === undefined ? [] : [(resolvedAt - openedAt) / 1000],
  );
  return {
    incidents: incidents.length,
    resolved: seconds.length,
    open: incidents.length - seconds.length,
    ...spread(seconds),
  };
}
