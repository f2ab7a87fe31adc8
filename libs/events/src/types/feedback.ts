import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import { fingerprintHex } from '../fingerprint.js';
import type { Vocabulary } from '../vocabulary.js';

/** An answer to a question about the platform. Identity: source and id. */
export const feedback = (v: Vocabulary) =>
  z
    .object({
      ...envelope('feedback', v),
      ...stated,
      id: v.name(500).optional().describe('Default: a hash of the other fields.'),
      question: v.name(500),
      score: z.number().optional(),
      text: v.prose(16_384).optional(),
      team: v.name(200).optional(),
      at: v.time,
    })
    .superRefine((value, context) => {
      if (value.score !== undefined || value.text !== undefined) return;
      context.addIssue({
        code: 'custom',
        params: { fault: 'required' },
        path: ['score'],
        message: 'is missing, and so is a text: send the score, the text or both',
        input: undefined,
      });
    })
    .transform(({ id, ...rest }) => ({
      ...rest,
      id:
        id ??
        fingerprintHex(
          JSON.stringify([
            rest.question,
            rest.score ?? '',
            rest.text ?? '',
            rest.team ?? '',
            rest.at,
          ]),
        ),
    }));

export const withdrawnFeedback = (v: Vocabulary) =>
  z.object({
    ...envelope('feedback', v),
    ...withdrawn,
    id: v.name(500),
    at: v.time.optional(),
  });
