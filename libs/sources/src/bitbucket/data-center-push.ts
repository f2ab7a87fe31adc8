import { z } from 'zod';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';
import { commitOf } from './commit.js';
import { nameOf, pathOf, person, repository } from './data-center-repository.js';

/** Times are unix milliseconds. */
const commit = z.object({
  id: z.string(),
  author: person,
  authorTimestamp: z.number(),
  committerTimestamp: z.number().nullish(),
  message: z.string().nullish(),
  parents: z.array(z.object({ id: z.string() })),
});

const payload = z.object({
  repository,
  changes: z.array(
    z.object({
      ref: z.object({ displayId: z.string(), type: z.string() }),
      type: z.string(),
    }),
  ),
  /** Of version 8 and later: those of the first change, newest first, and not all of many. */
  commits: z.array(commit).nullish(),
  toCommit: commit.nullish(),
});

/** `repo:refs_changed` of Bitbucket Data Center. */
export const readDataCenterPush = reading(payload, ({ repository, changes, ...told }) => {
  const [branch] = changes.filter(({ ref, type }) => ref.type === 'BRANCH' && type !== 'DELETE');
  if (branch === undefined) return ignored('the push brings no commits to a branch');
  const listed = [told.toCommit, ...(told.commits ?? [])].flatMap((one) => one ?? []);
  if (listed.length === 0) {
    return ignored('the push lists no commits, as before version 8: import the repository');
  }
  const bySha = new Map(listed.map((one) => [one.id, one]));
  return events(
    ...Array.from(bySha.values(), (one) =>
      commitOf(
        {
          sha: one.id,
          parents: one.parents.map(({ id }) => id),
          authoredAt: one.authorTimestamp,
          committedAt: one.committerTimestamp ?? undefined,
          author: nameOf(one.author),
          message: one.message,
        },
        pathOf(repository),
        branch.ref.displayId,
      ),
    ),
  );
});
