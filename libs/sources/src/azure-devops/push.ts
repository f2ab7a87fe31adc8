import { z } from 'zod';
import { chainedCommits, whereItWas } from '../git/chained-commits.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { namedBy } from './git-ref.js';
import { notification } from './notification.js';
import { repository } from './repository.js';

const commit = z.object({
  commitId: z.string(),
  author: z.object({ email: z.string().nullish(), name: z.string().nullish(), date: z.string() }),
  comment: z.string().nullish(),
});

const payload = notification(
  z.object({
    /** Newest first, and not all of many. */
    commits: z.array(commit).nullish(),
    refUpdates: z.array(
      z.object({
        name: z.string(),
        oldObjectId: z.string().nullish(),
        newObjectId: z.string().nullish(),
      }),
    ),
    repository,
  }),
).extend({ detailedMessage: z.object({ text: z.string().nullish() }).nullish() });

type Push = z.output<typeof payload>;

/** `git.push`: the commits it brought to a branch. */
export const readPush = reading(payload, (push) => {
  const { commits, repository } = push.resource;
  if (!commits?.length) return ignored('the push lists no commits');
  const update = updateOf(push);
  const branch = namedBy(update?.name).branch;
  if (update === undefined || branch === undefined) {
    return ignored('the push brings no commits to a branch');
  }
  const said = chainedCommits({
    source: 'azure-devops',
    repository: repository.remoteUrl,
    branch,
    before: whereItWas(update.oldObjectId),
    commits: oldestFirst(commits, update.newObjectId).map(({ commitId, author, comment }) => ({
      sha: commitId,
      isNew: true,
      authoredAt: author.date,
      author: author.email ?? author.name ?? undefined,
      message: comment ?? '',
      paths: undefined,
    })),
    missing: missingOf(push, commits.length),
  });
  return events(...said);
});

/** Of several branches the one that the listed commits lead to; tags bring none. */
function updateOf({ resource: { commits, refUpdates } }: Push) {
  const branches = refUpdates.filter(
    ({ name, newObjectId }) => namedBy(name).branch !== undefined && whereItWas(newObjectId),
  );
  const listed = new Set(commits?.map(({ commitId }) => commitId));
  return branches.find(({ newObjectId }) => listed.has(newObjectId ?? '')) ?? branches[0];
}

/** The page of events does not say how they are sorted; what the branch is at tells which end is new. */
function oldestFirst<Commit extends { readonly commitId: string }>(
  commits: readonly Commit[],
  tip: string | null | undefined,
): readonly Commit[] {
  return commits.at(-1)?.commitId === tip ? commits : commits.toReversed();
}

/** How many commits were pushed stands in the sentence for people and nowhere else. */
function missingOf({ detailedMessage }: Push, listed: number): number {
  const [, pushed] = /\bpushed (\d{1,6}) commits?\b/.exec(detailedMessage?.text ?? '') ?? [];
  return Math.max(0, Number(pushed ?? 0) - listed);
}
