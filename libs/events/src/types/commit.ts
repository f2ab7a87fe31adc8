import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

const identity = (v: Vocabulary) => ({ repository: v.repository, sha: v.sha });

/** A commit of a repository. Identity: repository and sha. */
export const commit = (v: Vocabulary) =>
  z
    .object({
      ...envelope('commit', v),
      ...stated,
      ...identity(v),
      parents: z
        .array(v.sha)
        .max(256)
        .describe('The parents, first parent first; empty for a root. Two or more make a merge.'),
      missingBefore: z
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe(
          'How many commits, at least, the push that told of it brought between its parent and it, and ' +
            'did not carry. An import that knows the real parents states the commit without it.',
        ),
      authoredAt: v.time.describe('When the change was written: where change lead time starts.'),
      committedAt: v.time.optional().describe('When this commit object was made.'),
      author: v.name(500).optional().describe('Any id of the author; stored only as a keyed hash.'),
      branch: v.name(500).optional(),
      paths: z
        .array(v.prose(4096))
        .max(10_000)
        .optional()
        .describe(
          'The files it touches, relative to the root: tells the services of a monorepo apart.',
        ),
      reverts: z
        .array(v.sha)
        .max(100)
        .optional()
        .describe('The commits that it takes back, as git says in its message.'),
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

export const withdrawnCommit = (v: Vocabulary) =>
  z.object({
    ...envelope('commit', v),
    ...withdrawn,
    ...identity(v),
    authoredAt: v.time.optional(),
    committedAt: v.time.optional(),
  });
