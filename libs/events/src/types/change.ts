import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { TimeSchema } from '../instant.js';
import { repository } from '../repository.js';
import { name, prose, sha, url } from '../text.js';

const identity = { repository, number: z.int().min(0) };

const times = (time: TimeSchema) => ({
  readyAt: time.optional().describe('When it left draft.'),
  firstReviewAt: time.optional(),
  approvedAt: time.optional(),
  mergedAt: time.optional(),
  closedAt: time.optional(),
});

/** A change under review: a pull or merge request. Identity: repository and number. */
export const change = (time: TimeSchema) =>
  z.object({
    ...envelope('change', time),
    ...stated,
    ...identity,
    openedAt: time,
    ...times(time),
    author: name(500).optional().describe('Any id of the author; stored only as a keyed hash.'),
    commits: z.array(sha).max(10_000).default([]).describe('Its commits, as reviewed.'),
    headSha: sha.optional(),
    mergeSha: sha.optional().describe('The commit that brought it to the target branch.'),
    branch: name(500).optional().describe('The branch it comes from.'),
    title: prose(16_384).optional(),
    url: url.optional(),
  });

export const withdrawnChange = (time: TimeSchema) =>
  z.object({
    ...envelope('change', time),
    ...withdrawn,
    ...identity,
    openedAt: time.optional(),
    ...times(time),
  });
