import { z } from 'zod';
import { frame } from './frame.js';

const text = z.string().nullable();

/** One thing that a number was made of, or that was left out. */
export const explainItemSchema = z.object({
  type: z.enum(['deployment', 'incident', 'commit', 'change']),
  numerator: z.boolean().describe('It counts above the line.'),
  denominator: z.boolean().describe('It counts below the line.'),
  rule: z.string(),
  because: z.string(),
  seconds: z.number().nullable(),
  ended: z.boolean().nullable().describe('false: still open after `seconds`.'),
  at: z.string(),
  service: text,
  environment: text,
  repository: text,
  source: text,
  id: z.string(),
  deploymentId: text,
  reasons: z.array(
    z.object({
      rule: z.string(),
      confidence: z.number(),
      says: z.string(),
      believed: z.boolean(),
      incidentId: z.string().optional(),
      deploymentId: z.string().optional(),
    }),
  ),
});

/** What `GET /v1/explain` answers. */
export const explainAnswerSchema = z.object({
  ...frame,
  metric: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  formula: z.string(),
  says: z.string(),
  numerator: z.number().describe('How many items count above the line, on all pages.'),
  denominator: z.number().describe('How many items count below the line, on all pages.'),
  group: z.record(z.string(), z.string().nullable()),
  asOf: z.string(),
  items: z.array(explainItemSchema),
  nextCursor: text,
});

export type ExplainAnswer = z.output<typeof explainAnswerSchema>;
export type ExplainItem = z.output<typeof explainItemSchema>;
