import { z } from 'zod';
import { SCOPES } from '../../tokens/scopes.js';
import { plainName } from '../values.js';
import { defineSection } from './section.js';

const token = z.strictObject({
  /** For people and logs; the token itself is never stored. */
  name: plainName,
  /** SHA-256 of the whole token, as `throughline token create` prints it. */
  sha256: z
    .string()
    .transform((value) => value.toLowerCase())
    .pipe(
      z
        .string()
        .regex(
          /^[0-9a-f]{64}$/,
          'is not a SHA-256 in 64 hexadecimal digits: paste the one that `throughline token create` printed',
        ),
    ),
  scopes: z.array(z.enum(SCOPES)).min(1),
});

export type ConfiguredToken = z.output<typeof token>;

/** Who may call the API. Without any token the API is open, and then listens on loopback only. */
export const tokensSection = defineSection({
  schema: z
    .array(token)
    .default([])
    .superRefine((tokens, context) => {
      for (const field of ['name', 'sha256'] as const) {
        for (const [index, { [field]: value }] of tokens.entries()) {
          if (tokens.findIndex((other) => other[field] === value) < index) {
            context.addIssue({
              code: 'custom',
              path: [index, field],
              message: 'is the same as that of another token',
            });
          }
        }
      }
    }),
  describe: (tokens) =>
    tokens.length === 0
      ? ["No token is configured: whoever reaches this machine's loopback address may do anything."]
      : tokens.map(({ name, scopes }) => `Token ${name} may ${scopes.join(', ')}.`),
});
