import { z } from 'zod';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { commitOf, type ListedCommit } from './commit.js';
import { repository } from './cloud-repository.js';

const commit = z.object({
  hash: z.string(),
  date: z.string().nullish(),
  message: z.string().nullish(),
  author: z.object({ raw: z.string().nullish() }).nullish(),
  parents: z.array(z.object({ hash: z.string() })).nullish(),
});

const payload = z.object({
  repository,
  push: z.object({
    changes: z.array(
      z.object({
        /** Null when a branch or a tag was deleted. */
        new: z.object({ type: z.string(), name: z.string(), target: commit }).nullish(),
        /** Newest first, and at most five. */
        commits: z.array(commit).nullish(),
        truncated: z.boolean().nullish(),
      }),
    ),
  }),
});

type Change = z.output<typeof payload>['push']['changes'][number];

/** `repo:push` of Bitbucket Cloud. */
export const readCloudPush = reading(payload, ({ repository, push }) => {
  const said = push.changes.flatMap((change) =>
    listed(change).map((told) => commitOf(told, repository.full_name, change.new?.name)),
  );
  return said.length > 0 ? events(...said) : ignored('the push brings no commits to a branch');
});

/** Where the branch is at comes twice, or alone where the list is empty. */
function listed({ new: now, commits, truncated }: Change): ListedCommit[] {
  if (now?.type !== 'branch') return [];
  const bySha = new Map([now.target, ...(commits ?? [])].map((one) => [one.hash, one]));
  const oldest = [...bySha.keys()].at(-1);
  return [...bySha.values()].flatMap(({ hash, date, message, author, parents }) => {
    // The page of payloads shows commits without parents, of which nothing can be said.
    if (!parents || !date) return [];
    return {
      sha: hash,
      parents: parents.map((parent) => parent.hash),
      authoredAt: date,
      author: emailOf(author?.raw),
      message,
      isCutOff: truncated === true && hash === oldest,
    };
  });
}

/** `Ada <ada@example.com>`, as git has it. */
function emailOf(raw: string | null | undefined): string | undefined {
  return /<([^<>]+)>\s*$/.exec(raw ?? '')?.[1] ?? raw ?? undefined;
}
