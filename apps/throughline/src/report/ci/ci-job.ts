import type { Instant } from '@throughline/events';

export type Variables = Readonly<Record<string, string | undefined>>;

/** What a CI system says of the job that runs: its variables alone decide, so that a table can test it. */
export interface CiJob {
  /** The CI system, as ids and the event's `source` name it. */
  readonly provider: string;
  /**
   * What names this job and stays the same when it is tried again: a retried job reports the
   * deployment that it reported before, so that it counts once.
   */
  readonly identity: readonly string[];
  /** What differs between two tries of the job; `undefined` where the CI system does not tell. */
  readonly attempt?: string | undefined;
  /** `owner/name` or the address it is cloned from. */
  readonly repository?: string | undefined;
  /** All 40 or 64 digits of a commit that stays in the history: never of a merge made for a test. */
  readonly sha?: string | undefined;
  /** What is checked out is a merge that was made for a test: git's HEAD is no answer either. */
  readonly isTestMerge?: true | undefined;
  readonly branch?: string | undefined;
  readonly url?: string | undefined;
  readonly environment?: string | undefined;
  readonly actor?: string | undefined;
  /** When the job began, where the CI system tells. */
  readonly startedAt?: Instant | undefined;
  /** A folder that is this job's and is emptied by the CI system. */
  readonly temporaryFolder?: string | undefined;
}

/** One CI system: reads its variables, or `undefined` where it is not the one that runs us. */
export type CiSystem = (variables: Variables, readFile: ReadFile) => CiJob | undefined;

/** A file that a variable names; `undefined` when it cannot be read. */
export type ReadFile = (path: string) => string | undefined;

const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** CI systems also write `HEAD` or a short hash where a commit is expected: those are none. */
export function fullSha(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((text) => text !== undefined && FULL_SHA.test(text));
}

/** The first that is set to something; a CI system may set what it does not know to nothing. */
export function firstOf(...candidates: readonly (string | undefined)[]): string | undefined {
  return candidates.find((text) => text !== undefined && text !== '');
}

/** The parts that there are. */
export function parts(...candidates: readonly (string | undefined)[]): readonly string[] {
  return candidates.filter((text) => text !== undefined && text !== '') as string[];
}
