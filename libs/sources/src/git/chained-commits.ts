import type { EventInput } from '../source.js';
import { tidyName, tidyProse } from '../tidy.js';
import { revertedCommits } from './reverted-commits.js';

/** A commit as the push of a provider lists it: without its parents. */
export interface ListedCommit {
  readonly sha: string;
  /** False for a commit that an earlier push brought, to this branch or another one. */
  readonly isNew: boolean;
  readonly authoredAt: string;
  readonly author: string | undefined;
  /** Read for what it says of other commits, and left behind. */
  readonly message: string;
  /** The files it touches; `undefined` where they are not told. */
  readonly paths: readonly string[] | undefined;
}

/** The push of commits to a branch. */
export interface ListedPush {
  readonly source: string;
  readonly repository: string;
  readonly branch: string;
  /** Where the branch was; `undefined` where that says nothing of what it is now. */
  readonly before: string | undefined;
  /** Oldest first; the commit that the branch is at comes last. */
  readonly commits: readonly ListedCommit[];
  /**
   * Its commits will be listed again by the push that brings them to the default branch, and count as
   * that one says. For providers that do not tell which commits an earlier push brought.
   */
  readonly isProvisional?: boolean;
  /** How many commits older than the listed ones it brought besides, and does not list. */
  readonly missing?: number;
}

/**
 * When the parents that a push lets us infer were true: seconds after 1970, so that an event that
 * knows the parents (from an import) wins whenever it arrives. Among themselves, better knowledge
 * wins: a commit is listed again when its branch is merged, and by then has other neighbours.
 */
const INFERRED = { root: 0, listedAgain: 1, firstListed: 2 } as const;

/** The most paths that an event carries. */
const MOST_PATHS = 10_000;

/** Git writes zeros for a branch that is not there. */
const NOTHING = /^0+$/;

/** Where the branch was before a push, if it was there. */
export function whereItWas(before: string | null | undefined): string | undefined {
  return before && !NOTHING.test(before) ? before : undefined;
}

/**
 * A push names no parents. What it does say is that all it lists, and what the branch was at before,
 * is history of what the branch is at now; so the commits are chained in the order they are listed.
 *
 * A commit that was pushed before keeps the chain of the push that brought it. The first new commit
 * after such a run gets two parents, the branch and the run, as a merge has: only so are both history
 * of it, whatever the chain of the run leads to.
 *
 * A branch that is new or was rewritten says nothing of what it grew from; its first commit stands as
 * a root until somebody who knows says more.
 */
export function chainedCommits(push: ListedPush): EventInput[] {
  let branch = push.before;
  let earlier: string | undefined;
  return push.commits.map((commit, index) => {
    const known = commit.isNew ? [branch, earlier] : [earlier ?? branch];
    const parents = known.filter((parent) => parent !== undefined);
    if (commit.isNew) {
      branch = commit.sha;
      earlier = undefined;
    } else {
      earlier = commit.sha;
    }
    const isCertain = commit.isNew && !push.isProvisional;
    const inferred = isCertain ? INFERRED.firstListed : INFERRED.listedAgain;
    const reverts = revertedCommits(commit.message);
    return {
      type: 'commit',
      source: push.source,
      updatedAt: parents.length === 0 ? INFERRED.root : inferred,
      repository: push.repository,
      sha: commit.sha,
      parents,
      authoredAt: commit.authoredAt,
      author: commit.author,
      branch: tidyName(push.branch, 500),
      paths: pathsOf(commit),
      ...(reverts.length > 0 && { reverts }),
      ...(index === 0 && push.missing && { missingBefore: push.missing }),
    };
  });
}

/** Left out, which means "not known", where there are more than an event carries. */
function pathsOf({ paths }: ListedCommit): string[] | undefined {
  const tidied = new Set(paths?.map((path) => tidyProse(path, 4096)));
  if (paths === undefined || tidied.size > MOST_PATHS) return undefined;
  return [...tidied].filter((path) => path !== undefined);
}
