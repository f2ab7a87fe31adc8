import { z } from 'zod';
import { chainedCommits, whereItWas } from '../git/chained-commits.js';
import { repository } from '../github/repository.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';

const files = z.array(z.string()).nullish();

const commit = z.object({
  id: z.string(),
  message: z.string().nullish(),
  timestamp: z.string(),
  /** The name of the account is empty where nobody's has the address. */
  author: z.object({ username: z.string().nullish(), email: z.string().nullish() }).nullish(),
  added: files,
  modified: files,
  removed: files,
});

type Commit = z.output<typeof commit>;

const payload = z.object({
  ref: z.string(),
  before: z.string(),
  after: z.string(),
  /**
   * Newest first, as `git log` has them, and cut off: at `[ui] FEED_MAX_COMMIT_NUM` (five), by Forgejo
   * at `[webhook] PAYLOAD_COMMIT_LIMIT` (fifteen). Of a new branch it is the end of its history.
   */
  commits: z.array(commit).nullish(),
  /** Before they were cut off. */
  total_commits: z.int().nullish(),
  repository: repository.extend({ default_branch: z.string().nullish() }),
});

const BRANCH = 'refs/heads/';

/** `push`. It says neither which commits an earlier push brought nor whether the branch was rewritten. */
export const readPush = reading(payload, (push) => {
  if (!push.ref.startsWith(BRANCH)) {
    return ignored('the push of a tag brings no commit that the push of a branch does not bring');
  }
  if (push.before === push.after) return ignored('a test: the webhook is connected');
  const commits = push.commits ?? [];
  if (commits.length === 0) return ignored('the push lists no commits');
  const branch = push.ref.slice(BRANCH.length);
  return events(
    ...chainedCommits({
      source: 'gitea',
      repository: push.repository.full_name,
      branch,
      before: whereItWas(push.before),
      isProvisional: branch !== push.repository.default_branch,
      commits: commits.toReversed().map((commit) => ({
        sha: commit.id,
        isNew: true,
        authoredAt: commit.timestamp,
        author: nameOf(commit),
        message: commit.message ?? '',
        paths: pathsOf(commit),
      })),
      missing: Math.max(0, (push.total_commits ?? 0) - commits.length),
    }),
  );
});

function nameOf({ author }: Commit): string | undefined {
  return [author?.username, author?.email].find((name) => name) ?? undefined;
}

/** Old versions do not tell the files. */
function pathsOf({ added, modified, removed }: Commit): string[] | undefined {
  if (!added && !modified && !removed) return undefined;
  return [...(added ?? []), ...(modified ?? []), ...(removed ?? [])];
}
