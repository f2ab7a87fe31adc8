import { z } from 'zod';

/** One thing that a number was made of, or that was looked at and left out. */
export const explainItemSchema = z.object({
  type: z.enum(['deployment', 'incident', 'commit', 'change']),
  numerator: z
    .boolean()
    .describe('It counts above the line: it is one of those the number is about.'),
  denominator: z.boolean().describe('It counts below the line: those above are a part of these.'),
  rule: z.string().describe('What put it there.'),
  because: z.string().describe('The rule in words.'),
  seconds: z
    .number()
    .nullable()
    .describe('What it adds to the durations of the metric; null where it adds none.'),
  ended: z.boolean().nullable().describe('false: still open after `seconds`. null: not asked.'),
  at: z.iso.datetime().describe('When it is booked.'),
  date: z.string().nullable().describe('The local date of that.'),
  service: z.string().nullable(),
  environment: z.string().nullable(),
  repository: z.string().nullable(),
  source: z.string().nullable().describe('Of an incident.'),
  id: z
    .string()
    .describe('Of a deployment or an incident; the sha of a commit, the number of a change.'),
  deploymentId: z
    .string()
    .nullable()
    .describe('What shipped a commit or change; what an incident is timed from.'),
  reasons: z
    .array(
      z.object({
        rule: z.string(),
        confidence: z.number(),
        says: z.string(),
        believed: z.boolean(),
        incidentId: z.string().optional(),
        deploymentId: z.string().optional(),
      }),
    )
    .describe('Of a deployment: what shows that it failed, and what would if it were believed.'),
});

export type ExplainItem = z.infer<typeof explainItemSchema>;

/** An item and where it stands in the list: newest first, then by a key of its own. */
export interface PlacedItem {
  readonly item: ExplainItem;
  readonly at: number;
  readonly key: string;
}

export const explainAnswerSchema = z.object({
  metric: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  formula: z.string().describe('How the number comes from the items.'),
  quantile: z
    .enum(['index', 'lower', 'continuous'])
    .describe('The quantile rule of the definition.'),
  aggregate: z
    .enum(['all', 'daily_medians'])
    .describe(
      '`daily_medians`: quantiles are of the medians of each service, environment and date.',
    ),
  numerator: z.int().describe('How many items count above the line, on all pages.'),
  denominator: z.int().describe('How many items count below the line, on all pages.'),
  days: z
    .number()
    .nullable()
    .describe('How long the row is, in days of its time zone; null for a deployment.'),
  says: z.string().describe('The metric in the words of the definition.'),
  definition: z.object({ id: z.string(), version: z.string() }),
  group: z.record(z.string(), z.string().nullable()),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  timezone: z.string(),
  asOf: z.iso.datetime().describe('Until when what is open is known to be open.'),
  items: z.array(explainItemSchema),
  nextCursor: z.string().nullable().describe('null on the last page.'),
});

export type ExplainAnswer = z.infer<typeof explainAnswerSchema>;
