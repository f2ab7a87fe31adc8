import { QUALITY_CHECK_NAMES, QUALITY_COVERAGE_NAMES } from '@throughline/dora';
import { z } from 'zod';
import { freshnessSchema } from '../freshness.js';
import { qualityItemSchema } from './quality-item.js';

const share = z.number().nullable().describe('From 0 to 1; null where there is nothing to share.');

/** What `GET /v1/quality` answers. */
export const qualityAnswerSchema = z.object({
  definition: z.object({ id: z.string(), version: z.string() }),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  timezone: z.string(),
  freshness: freshnessSchema,
  checks: z.array(
    z.object({
      check: z.enum(QUALITY_CHECK_NAMES),
      title: z.string(),
      severity: z
        .enum(['ok', 'notice', 'warning'])
        .describe('ok: nothing was found; notice: it explains a number; warning: it bends one.'),
      count: z.int().describe('How many were found; `GET /v1/quality/{check}` lists each.'),
      of: z.int().nullable().describe('Among how many; null where that cannot be counted.'),
      share,
      says: z.string(),
      remedy: z.string().describe('What to do about it.'),
      items: z.array(qualityItemSchema).describe('The first of them.'),
      more: z.int().describe('How many there are beside these.'),
    }),
  ),
  coverage: z
    .array(
      z.object({
        metric: z.string(),
        gap: z
          .enum(QUALITY_COVERAGE_NAMES)
          .describe('`GET /v1/quality/{gap}` lists those that it is not known of.'),
        known: z.int(),
        of: z.int(),
        share,
        says: z.string(),
      }),
    )
    .describe('What each metric needs to know, and of how many it is known.'),
  links: z
    .array(
      z.object({
        rule: z.string(),
        confidence: z.number(),
        said: z.boolean().describe('Somebody said so; else it is inferred.'),
        links: z.int(),
        share,
      }),
    )
    .describe(
      'What shows deployments to have failed, by rule: the `failureReasons` of `GET /v1/deployments`, counted.',
    ),
});

export type QualityAnswer = z.infer<typeof qualityAnswerSchema>;
