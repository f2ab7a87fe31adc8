import type { Application } from './application.js';

/**
 * Whether the last synchronisation brought what the one before it had brought, as self-healing and a
 * push of a button do. Argo CD keeps a history of successful ones, the newest last; where it does not
 * end with this one, nobody can say.
 */
export function isSyncedAgain({ status }: Application): boolean {
  const { operationState, history } = status;
  const [before, last] = history?.slice(-2) ?? [];
  if (before === undefined || last === undefined) return false;
  const now = operationState.syncResult ?? {};
  return revisionsOf(last) === revisionsOf(now) && textOf(last) === textOf(before);
}

type Entry = NonNullable<Application['status']['history']>[number];

/** Parameters and images are part of the source: they may change while the revision does not. */
function textOf(entry: Entry): string {
  return JSON.stringify([revisionsOf(entry), entry.source, entry.sources]);
}

function revisionsOf({ revision, revisions }: Partial<Entry>): string {
  return JSON.stringify(revisions && revisions.length > 0 ? revisions : [revision ?? '']);
}
