import { z } from 'zod';
import { frame, freshnessSchema } from './frame.js';

/** Something that a check found. `says` may hold what an event brought: a title. */
export const foundItemSchema = z.object({
  thing: z.string(),
  id: z.string().nullable(),
  services: z.array(z.string()),
  environment: z.string().nullable(),
  repository: z.string().nullable(),
  source: z.string().nullable(),
  at: z.string().nullable(),
  says: z.string(),
});

export const checkSchema = z.object({
  check: z.string(),
  title: z.string(),
  severity: z.enum(['ok', 'notice', 'warning']),
  count: z.number(),
  says: z.string(),
  remedy: z.string(),
  items: z.array(foundItemSchema),
});

/** What `GET /v1/quality` answers; only what is shown of it. */
export const qualityAnswerSchema = z.object({
  ...frame,
  freshness: freshnessSchema,
  checks: z.array(checkSchema),
  coverage: z.array(
    z.object({
      metric: z.string(),
      share: z.number().nullable(),
      says: z.string(),
    }),
  ),
  links: z.array(
    z.object({
      rule: z.string(),
      confidence: z.number(),
      said: z.boolean(),
      links: z.number(),
    }),
  ),
});

/** What `GET /v1/quality/{check}` answers: everything that a check found. */
export const foundListSchema = z.object({
  items: z.array(foundItemSchema),
  nextCursor: z.string().nullable(),
});

export type QualityAnswer = z.output<typeof qualityAnswerSchema>;
export type CheckAnswer = QualityAnswer['checks'][number];
export type FoundItem = CheckAnswer['items'][number];
