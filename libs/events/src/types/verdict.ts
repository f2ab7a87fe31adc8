import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import type { Vocabulary } from '../vocabulary.js';

/** Which deployment is judged: the three that name it. */
const identity = (v: Vocabulary) => ({
  service: v.name(200),
  environment: v.name(200),
  deploymentId: v.name(500),
});

/**
 * The one place where a person signs, on purpose: a judgement that nobody stands behind convinces
 * nobody. It is kept as it is written, shown with the verdict, and no answer groups by it.
 */
const by = (v: Vocabulary) =>
  v
    .name(200)
    .describe(
      'Who says so, as they wish to be named: a name or a role. Kept as it is written, unlike ' +
        'authors, reviewers and actors; shown back with the verdict only, and no answer groups by it.',
    );

const LONGEST_REASON = 4096;

/** A person's word on a deployment. Identity: service, environment and deploymentId. */
export const verdict = (v: Vocabulary) =>
  z
    .object({
      ...envelope('verdict', v),
      ...stated,
      ...identity(v),
      failed: z.boolean().describe('Whether the change failed its users. Outranks every rule.'),
      reason: v.prose(LONGEST_REASON).describe('Why, for whoever asks later.'),
      by: by(v),
      at: v.time.describe('When the verdict was given. Of two verdicts the later one counts.'),
    })
    .superRefine(({ reason }, context) => {
      if (reason.trim() !== '') return;
      context.addIssue({
        code: 'custom',
        params: { fault: 'invalid_text' },
        path: ['reason'],
        message: 'is empty: say why, in a sentence',
        input: reason,
      });
    });

/** A verdict taken back. Who did it stays in the trail, so a withdrawal is signed too. */
export const withdrawnVerdict = (v: Vocabulary) =>
  z.object({
    ...envelope('verdict', v),
    ...withdrawn,
    ...identity(v),
    reason: v.prose(LONGEST_REASON).optional().describe('Why it is taken back.'),
    by: by(v),
    at: v.time.describe('When the verdict was taken back.'),
  });
