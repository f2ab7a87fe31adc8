import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { TimeSchema } from '../instant.js';
import { repository } from '../repository.js';
import { name, prose, sha } from '../text.js';

const identity = { repository, sha };

/** A commit of a repository. Identity: repository and sha. */
export const commit = (time: TimeSchema) =>
  z
    .object({
      ...envelope('commit', time),
      ...stated,
      ...identity,
      parents: z
        .array(sha)
        .max(256)
        .describe('The parents, first parent first; empty for a root. Two or more make a merge.'),
      authoredAt: time.describe('When the change was written: where change lead time starts.'),
      committedAt: time.optional().describe('When this commit object was made.'),
      author: name(500).optional().describe('Any id of the author; stored only as a keyed hash.'),
      branch: name(500).optional(),
      paths: z
        .array(prose(4096))
        .max(10_000)
        .optional()
        .describe(
          'The files it touches, relative to the root: tells the services of a monorepo apart.',
        ),
    })
    .superRefine((value, context) => {
      const own = value.parents.indexOf(value.sha);
      if (own === -1) return;
      context.addIssue({
        code: 'custom',
        params: { fault: 'own_parent' },
        path: ['parents', own],
        message: 'is the commit itself: a commit cannot be its own parent',
        input: value.sha,
      });
    });

export const withdrawnCommit = (time: TimeSchema) =>
  z.object({
    ...envelope('commit', time),
    ...withdrawn,
    ...identity,
    authoredAt: time.optional(),
    committedAt: time.optional(),
  });
