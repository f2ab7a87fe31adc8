import { z } from 'zod';
import { definitionParameter } from '../definitions/definition-parameter.js';
import { scopeParameters } from '../scope/scope-parameters.js';

/** What no image of text has a place for: control characters, which XML forbids, and what turns text around. */
const UNSHOWABLE = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** The question of `GET /v1/badges/{metric}.svg`. */
export const badgeParameters = z.strictObject({
  ...scopeParameters,
  definition: definitionParameter,
  days: z.coerce
    .number({ error: 'is not a number' })
    .int()
    .min(1, 'must be from 1 to 365')
    .max(365, 'must be from 1 to 365')
    .default(90)
    .meta({ description: 'How many days back from now the number is of, at most 365.' }),
  label: z
    .string()
    .max(60, 'is longer than 60 characters')
    .transform((text) => text.replaceAll(UNSHOWABLE, ' ').trim())
    .optional()
    .meta({
      description: 'What stands on the left. Default: the name of the metric.',
      type: 'string',
    }),
  style: z.enum(['flat', 'for-the-badge']).default('flat'),
});

export type BadgeQuestion = z.output<typeof badgeParameters>;
