import { z } from 'zod';

const itemSchema = z.object({
  thing: z.string(),
  id: z.string().nullable(),
  services: z.array(z.string()),
  environment: z.string().nullable(),
  repository: z.string().nullable(),
  source: z.string().nullable(),
  at: z.string().nullable(),
  says: z.string(),
});

const checkSchema = z.object({
  check: z.string(),
  title: z.string(),
  severity: z.enum(['ok', 'notice', 'warning']),
  count: z.number(),
  says: z.string(),
  remedy: z.string(),
  items: z.array(itemSchema),
});

/** What `GET /v1/quality` answers; only what the doctor shows of it. */
export const qualityAnswerSchema = z.object({
  definition: z.object({ id: z.string() }),
  from: z.string(),
  to: z.string(),
  timezone: z.string(),
  freshness: z.object({ lastEventAt: z.string().nullable(), lagSeconds: z.number().nullable() }),
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

export type QualityAnswer = z.output<typeof qualityAnswerSchema>;
export type CheckAnswer = QualityAnswer['checks'][number];
export type FoundItem = CheckAnswer['items'][number];
