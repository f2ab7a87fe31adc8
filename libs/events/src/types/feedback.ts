import { z } from 'zod';
import { envelope, stated, withdrawn } from '../envelope.js';
import { fingerprintHex } from '../fingerprint.js';
import type { TimeSchema } from '../instant.js';
import { name, prose } from '../text.js';

/** An answer to a question about the platform. Identity: source and id. */
export const feedback = (time: TimeSchema) =>
  z
    .object({
      ...envelope('feedback', time),
      ...stated,
      id: name(500).optional().describe('Default: a hash of the other fields.'),
      question: name(500),
      score: z.number().optional(),
      text: prose(16_384).optional(),
      team: name(200).optional(),
      at: time,
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

export const withdrawnFeedback = (time: TimeSchema) =>
  z.object({
    ...envelope('feedback', time),
    ...withdrawn,
    id: name(500),
    at: time.optional(),
  });
