import { z } from 'zod';
import { revertedCommits } from '../git/reverted-commits.js';
import { reading } from '../reading.js';
import { type EventInput, events, ignored } from '../source.js';
import { tidyName, tidyProse } from '../tidy.js';
import { repository } from './repository.js';

const files = z.array(z.string()).default([]);

const commit = z.object({
  id: z.string(),
  /** False for a commit that an earlier push brought, to this branch or another one. */
  distinct: z.boolean().default(true),
  timestamp: z.string(),
  /** Read for what it says of other commits, and left behind. */
  message: z.string().default(''),
  author: z.object({ username: z.string().nullish(), email: z.string().nullish() }).nullish(),
  added: files,
  modified: files,
  removed: files,
});

const payload = z.object({
  ref: z.string(),
  before: z.string(),
  after: z.string(),
  forced: z.boolean().default(false),
  deleted: z.boolean().default(false),
  /** Oldest first; at most 2,048. */
  commits: z.array(commit).default([]),
  head_commit: commit.nullish(),
  repository,
});

type Push = z.output<typeof payload>;
type Commit = z.output<typeof commit>;

const BRANCH = 'refs/heads/';
const NOTHING = /^0+$/;

/** The most paths that an event carries. */
const MOST_PATHS = 10_000;

/** The commits of a push to a branch. */
export const readPush = reading(payload, (push) => {
  if (!push.ref.startsWith(BRANCH)) {
    return ignored('the push of a tag brings no commit that the push of a branch does not bring');
  }
  if (push.deleted) return ignored('the branch was deleted');
  if (push.commits.length === 0) return ignored('the push lists no commits');
  return events(...commitsOf(push));
});

/**
 * When the parents that a push lets us infer were true: seconds after 1970, so that an event that
 * knows the parents (from an import) wins whenever it arrives. Among themselves, better knowledge
 * wins: a commit is listed again when its branch is merged, and by then has other neighbours.
 */
const INFERRED = { root: 0, listedAgain: 1, firstListed: 2 } as const;

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
function commitsOf(push: Push): EventInput[] {
  let branch = push.forced || NOTHING.test(push.before) ? undefined : push.before;
  let earlier: string | undefined;
  return listed(push).map((commit) => {
    const known = commit.distinct ? [branch, earlier] : [earlier ?? branch];
    const parents = known.filter((parent) => parent !== undefined);
    if (commit.distinct) {
      branch = commit.id;
      earlier = undefined;
    } else {
      earlier = commit.id;
    }
    const inferred = commit.distinct ? INFERRED.firstListed : INFERRED.listedAgain;
    return {
      type: 'commit',
      source: 'github',
      updatedAt: parents.length === 0 ? INFERRED.root : inferred,
      repository: push.repository.full_name,
      sha: commit.id,
      parents,
      authoredAt: commit.timestamp,
      author: commit.author?.username ?? commit.author?.email,
      branch: tidyName(push.ref.slice(BRANCH.length), 500),
      paths: pathsOf(commit),
      ...revertsOf(commit),
    };
  });
}

/** The commit the branch is at comes last, also where the list was cut off before it. */
function listed({ commits, after, head_commit: head }: Push): Commit[] {
  const tip = commits.find(({ id }) => id === after) ?? (head?.id === after ? head : undefined);
  const others = commits.filter(({ id }) => id !== after);
  return tip === undefined ? others : [...others, tip];
}

/** Left out where there are none, as nearly always. */
function revertsOf({ message }: Commit): { readonly reverts?: readonly string[] } {
  const reverts = revertedCommits(message);
  return reverts.length === 0 ? {} : { reverts };
}

/** Left out, which means "not known", where there are more than an event carries. */
function pathsOf({ added, modified, removed }: Commit): string[] | undefined {
  const paths = new Set([...added, ...modified, ...removed].map((path) => tidyProse(path, 4096)));
  return paths.size > MOST_PATHS ? undefined : [...paths].filter((path) => path !== undefined);
}
