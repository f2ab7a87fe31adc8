import { z } from 'zod';

/** A definition of the metrics, in words. */
export const describedDefinitionSchema = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  sources: z.array(z.string()),
  metrics: z.record(z.string(), z.string()).describe('Each metric in words.'),
  failureRules: z.array(z.object({ rule: z.string(), confidence: z.number(), says: z.string() })),
});

/** What `GET /v1/definitions` answers. */
export const definitionListSchema = z.object({ items: z.array(describedDefinitionSchema) });
