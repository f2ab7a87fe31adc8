import { z } from 'zod';
import { chainedCommits, type ListedCommit, whereItWas } from '../git/chained-commits.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { repository } from './repository.js';

const files = z.array(z.string()).default([]);

const commit = z.object({
  id: z.string(),
  distinct: z.boolean().default(true),
  timestamp: z.string(),
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
  /** Oldest first. */
  commits: z.array(commit).default([]),
  head_commit: commit.nullish(),
  repository,
});

type Push = z.output<typeof payload>;

const BRANCH = 'refs/heads/';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#push */
const MOST_LISTED = 2048;

/** Where the merge queue tries what it is about to merge. */
const QUEUE = `${BRANCH}gh-readonly-queue/`;

/** The commits of a push to a branch. */
export const readPush = reading(payload, (push) => {
  if (!push.ref.startsWith(BRANCH)) {
    return ignored('the push of a tag brings no commit that the push of a branch does not bring');
  }
  if (push.deleted) return ignored('the branch was deleted');
  if (push.ref.startsWith(QUEUE)) {
    return ignored('a branch of the merge queue: what is merged of it is pushed to its target');
  }
  if (push.commits.length === 0) return ignored('the push lists no commits');
  const commits = listed(push);
  const cutOff = behindTheGap(push, commits);
  const told = chainedCommits({
    source: 'github',
    repository: push.repository.full_name,
    branch: push.ref.slice(BRANCH.length),
    before: push.forced ? undefined : whereItWas(push.before),
    commits,
  });
  return events(
    ...told.map((event) => (event['sha'] === cutOff ? { ...event, missingBefore: 1 } : event)),
  );
});

/**
 * The commit before which some may be missing. No payload has the number of all commits: a list that is
 * full may be all there is, and an import that knows the parents says so.
 */
function behindTheGap({ commits, after }: Push, all: readonly ListedCommit[]): string | undefined {
  if (commits.length < MOST_LISTED) return undefined;
  return commits.some(({ id }) => id === after) ? all[0]?.sha : all.at(-1)?.sha;
}

/** The commit the branch is at comes last, also where the list was cut off before it. */
function listed({ commits, after, head_commit: head }: Push): ListedCommit[] {
  const tip = commits.find(({ id }) => id === after) ?? (head?.id === after ? head : undefined);
  const others = commits.filter(({ id }) => id !== after);
  return (tip === undefined ? others : [...others, tip]).map(
    ({ id, distinct, timestamp, author, message, added, modified, removed }) => ({
      sha: id,
      isNew: distinct,
      authoredAt: timestamp,
      author: author?.username ?? author?.email ?? undefined,
      message,
      paths: [...added, ...modified, ...removed],
    }),
  );
}
