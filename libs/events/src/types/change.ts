import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

const identity = (v: Vocabulary) => ({ repository: v.repository, number: z.int().min(0) });

const times = (v: Vocabulary) => ({
  readyAt: v.time.optional().describe('When it left draft.'),
  firstReviewAt: v.time.optional(),
  approvedAt: v.time.optional(),
  mergedAt: v.time.optional(),
  closedAt: v.time.optional(),
});

/** A change under review: a pull or merge request. Identity: repository and number. */
export const change = (v: Vocabulary) =>
  z.object({
    ...envelope('change', v),
    ...stated,
    ...identity(v),
    openedAt: v.time,
    ...times(v),
    author: v.name(500).optional().describe('Any id of the author; stored only as a keyed hash.'),
    commits: z.array(v.sha).max(10_000).default([]).describe('Its commits, as reviewed.'),
    headSha: v.sha.optional(),
    mergeSha: v.sha.optional().describe('The commit that brought it to the target branch.'),
    branch: v.name(500).optional().describe('The branch it comes from.'),
    title: v.prose(16_384).optional(),
    url: v.url.optional(),
  });

export const withdrawnChange = (v: Vocabulary) =>
  z.object({
    ...envelope('change', v),
    ...withdrawn,
    ...identity(v),
    openedAt: v.time.optional(),
    ...times(v),
  });
