import { z } from 'zod';
import { chainedCommits, whereItWas } from '../git/chained-commits.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { gitlabTime } from './gitlab-time.js';
import { project, repositoryOf } from './project.js';

const files = z.array(z.string()).nullish();

const payload = z.object({
  ref: z.string(),
  before: z.string().nullish(),
  after: z.string(),
  user_username: z.string().nullish(),
  project,
  /** Oldest first; of more than twenty the newest twenty. */
  commits: z
    .array(
      z.object({
        id: z.string(),
        message: z.string().nullish(),
        timestamp: z.string(),
        author: z.object({ email: z.string().nullish(), name: z.string().nullish() }).nullish(),
        added: files,
        modified: files,
        removed: files,
      }),
    )
    .nullish(),
  /** How many it brought, listed or not. */
  total_commits_count: z.int().nullish(),
});

const BRANCH = 'refs/heads/';
const NOTHING = /^0+$/;

/** What GitLab writes in the place of an address that is not public. */
const REDACTED = '[REDACTED]';

/** The commits of a push to a branch. */
export const readPush = reading(payload, (push) => {
  if (!push.ref.startsWith(BRANCH)) {
    return ignored('the push of a tag brings no commit that the push of a branch does not bring');
  }
  if (NOTHING.test(push.after)) return ignored('the branch was deleted');
  const listed = push.commits ?? [];
  if (listed.length === 0) return ignored('the push lists no commits');
  return events(
    ...chainedCommits({
      source: 'gitlab',
      repository: repositoryOf(push.project),
      branch: push.ref.slice(BRANCH.length),
      before: whereItWas(push.before),
      missing: Math.max(0, (push.total_commits_count ?? 0) - listed.length),
      commits: listed.map(({ id, message, timestamp, author, added, modified, removed }) => ({
        sha: id,
        // Which of them came before by another branch is not told.
        isNew: true,
        authoredAt: gitlabTime(timestamp),
        author: author?.email === REDACTED ? (author.name ?? undefined) : (author?.email ?? undefined),
        message: message ?? '',
        paths: [...(added ?? []), ...(modified ?? []), ...(removed ?? [])],
      })),
    }),
  );
});
