import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

export const REVIEW_STATES = [
  'ready',
  'commented',
  'approved',
  'changes_requested',
  'dismissed',
] as const;

export type ReviewState = (typeof REVIEW_STATES)[number];

const identity = (v: Vocabulary) => ({
  repository: v.repository,
  number: z.int().min(0).describe('Of the change.'),
  id: v.name(500),
});

/**
 * A step of the review of a change: somebody looked at it, or its author called it ready. A fact of its own,
 * because who tells of a review does not tell the rest of the change. Identity: repository, number and id.
 */
export const review = (v: Vocabulary) =>
  z.object({
    ...envelope('review', v),
    ...stated,
    ...identity(v),
    state: z
      .enum(REVIEW_STATES)
      .describe('`ready`: the change left draft. `dismissed`: an approval that counts no more.'),
    at: v.time.describe('When it was given.'),
    reviewer: v
      .name(500)
      .optional()
      .describe(
        'Any id of who gave it; stored only as a keyed hash. The author’s own do not count.',
      ),
    url: v.url.optional(),
  });

export const withdrawnReview = (v: Vocabulary) =>
  z.object({
    ...envelope('review', v),
    ...withdrawn,
    ...identity(v),
    at: v.time.optional(),
  });
