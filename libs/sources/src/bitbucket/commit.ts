import { revertedCommits } from '../git/reverted-commits.js';
import type { EventInput } from '../source.js';
import { tidyName } from '../tidy.js';

/** A commit that a push lists, as Cloud and Data Center alike tell of it. */
export interface ListedCommit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly authoredAt: string | number;
  readonly committedAt?: string | number | undefined;
  readonly author: string | undefined;
  readonly message: string | null | undefined;
  /** The push brought more commits, older than this one, and lists no further. */
  readonly isCutOff?: boolean;
}

/**
 * When a push is taken to have been true: soon after 1970, so that an import, which also knows the
 * files of a commit, wins whenever it is run. Unix seconds.
 */
const TOLD_BY_PUSH = 3;

export function commitOf(
  commit: ListedCommit,
  repository: string,
  branch: string | undefined,
): EventInput {
  const reverts = revertedCommits(commit.message ?? '');
  return {
    type: 'commit',
    source: 'bitbucket',
    updatedAt: TOLD_BY_PUSH,
    repository,
    sha: commit.sha,
    parents: commit.parents,
    authoredAt: commit.authoredAt,
    committedAt: commit.committedAt,
    author: commit.author,
    branch: tidyName(branch, 500),
    ...(reverts.length > 0 && { reverts }),
    // At least one: how many there are, Bitbucket does not say.
    ...(commit.isCutOff && { missingBefore: 1 }),
  };
}
