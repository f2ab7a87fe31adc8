import type { Application } from './application.js';

/** Which deployment an operation told of. */
export interface Brought {
  /** The same whenever the same is brought again. */
  readonly name: string;
  readonly startedAt: string | null | undefined;
  readonly finishedAt: string | null | undefined;
}

/**
 * Self-healing and a push of a button bring again what is there: they tell of the deployment that
 * brought it first. Argo CD keeps a history of what was brought, the newest last; what is the same at
 * its end was brought by the first of it. `undefined` where the history does not reach back to that.
 */
export function firstBrought({ status }: Application): Brought | undefined {
  const { operationState: operation } = status;
  const history = status.history ?? [];
  const last = history.at(-1);
  // What failed, or brought only some of it, is not in the history.
  if (
    operation.phase !== 'Succeeded' ||
    last === undefined ||
    revisionsOf(last) !== revisionsOf(operation.syncResult ?? {})
  ) {
    const { startedAt, finishedAt } = operation;
    return { name: startedAt, startedAt, finishedAt };
  }
  const before = history.findLastIndex((entry) => textOf(entry) !== textOf(last));
  const first = history[before + 1] ?? last;
  // Of a long history the oldest entries are dropped, and with them perhaps the first of these.
  if (before === -1 && first.id > 0 && first !== last) return undefined;
  return { name: String(first.id), startedAt: first.deployStartedAt, finishedAt: first.deployedAt };
}

type Entry = NonNullable<Application['status']['history']>[number];

/** Parameters and images are part of the source: they may change while the revision does not. */
function textOf(entry: Entry): string {
  return JSON.stringify([revisionsOf(entry), entry.source, entry.sources]);
}

function revisionsOf({ revision, revisions }: Partial<Entry>): string {
  return JSON.stringify(revisions && revisions.length > 0 ? revisions : [revision ?? '']);
}
