import { z } from 'zod';
import { chainedCommits, whereItWas } from '../git/chained-commits.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { project } from './project.js';

const files = z.array(z.string()).nullish();

const commit = z.object({
  id: z.string(),
  message: z.string().nullish(),
  timestamp: z.string(),
  author: z.object({ email: z.string().nullish(), name: z.string().nullish() }).nullish(),
  added: files,
  modified: files,
  removed: files,
});

const payload = z.object({
  ref: z.string(),
  before: z.string().nullish(),
  project,
  /** The newest twenty, oldest first. */
  commits: z.array(commit).nullish(),
  total_commits_count: z.int().nullish(),
});

const BRANCH = 'refs/heads/';

/** What GitLab writes for an address that is not public. */
const REDACTED = '[REDACTED]';

/**
 * `push`. It says neither which commits an earlier push brought nor whether the branch was rewritten.
 * https://docs.gitlab.com/user/project/integrations/webhook_events/#push-events
 */
export const readPush = reading(payload, ({ ref, before, project, commits, ...push }) => {
  if (!ref.startsWith(BRANCH)) return ignored(TAGS_BRING_NOTHING);
  if (!commits?.length) return ignored('the push lists no commits');
  if (commits.some(({ id }) => id === before)) return ignored(MADE_UP);
  const branch = ref.slice(BRANCH.length);
  return events(
    ...chainedCommits({
      source: 'gitlab',
      repository: project.path_with_namespace,
      branch,
      before: whereItWas(before),
      isProvisional: branch !== project.default_branch,
      commits: commits.map(({ id, message, timestamp, author, ...touched }) => ({
        sha: id,
        isNew: true,
        authoredAt: timestamp,
        author: (author?.email === REDACTED ? author.name : author?.email) ?? undefined,
        message: message ?? '',
        paths: pathsOf(touched),
      })),
      missing: Math.max(0, (push.total_commits_count ?? 0) - commits.length),
    }),
  );
});

export const TAGS_BRING_NOTHING =
  'the push of a tag brings no commit that the push of a branch does not bring';

/**
 * What "Test" at the webhook sends: the last commits there are, newest first, and the oldest of them
 * as where the branch was. Chained as they stand, each would be history of the others.
 */
const MADE_UP = 'a test of the webhook: no push brings the commit that its branch was at';

/** An administrator can switch the lists of files off; then they are not there at all. */
function pathsOf({ added, modified, removed }: Partial<z.output<typeof commit>>) {
  if (!added && !modified && !removed) return undefined;
  return [...(added ?? []), ...(modified ?? []), ...(removed ?? [])];
}
