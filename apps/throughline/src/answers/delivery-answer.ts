import { z } from 'zod';
import { comparisonSchema } from './comparison.js';
import { frame, freshnessSchema } from './frame.js';

const count = z.number();
const known = z.number().nullable();
const rate = { rate: known, low: known, high: known };

const kaplanMeier = z
  .object({ n: count, ended: count, open: count, p50: known, p50Low: known, p50High: known })
  .describe('The median, in seconds, with what is still open counted; and its 95 % interval.');

const stage = z.object({ n: count, p50: known, p90: known, mean: known });

/** Where the time of changes went. Seconds. */
export const stagesSchema = z.object({
  changes: count,
  commitsWithoutChange: count,
  coding: stage,
  pickup: stage,
  review: stage,
  waiting: stage,
  deploying: stage,
  total: stage,
});

/** The metrics of a row. Durations are seconds; what cannot be known is null. */
export const numbersSchema = z.object({
  deploymentFrequency: z.object({
    deployments: count,
    perDay: z.number(),
    perDayLow: z.number(),
    perDayHigh: z.number(),
    daysWithDeployment: count,
  }),
  changeLeadTime: z.object({
    unit: z.enum(['commits', 'changes']),
    commits: count.describe('How many of the unit have a lead time.'),
    p50: known,
    p75: known,
    p90: known,
    waiting: count.describe('Not deployed by the end of the row.'),
    kaplanMeier,
  }),
  changeFailRate: z.object({ failed: count, deployments: count, ...rate, inferred: count }),
  recoveryTime: z
    .object({ failed: count, recovered: count, open: count, p50: known, p90: known, kaplanMeier })
    .nullable(),
  reworkRate: z.object({ rework: count, deployments: count, ...rate }).nullable(),
  timeToRestore: z.object({
    incidents: count,
    resolved: count,
    open: count,
    p50: known,
    p90: known,
    kaplanMeier,
  }),
});

/** A row: a group in a period. */
export const periodSchema = z.object({
  group: z.record(z.string(), z.string().nullable()),
  start: z.string(),
  end: z.string(),
  incomplete: z.boolean().describe('The period is not over: its numbers will grow.'),
});

const rowSchema = periodSchema.extend({
  ...numbersSchema.shape,
  leadTimeStages: stagesSchema,
  comparison: comparisonSchema.nullish(),
});

/**
 * What `GET /v1/metrics` answers, with the intervals and comparisons that the digest and assistants
 * pass on.
 */
export const deliveryAnswerSchema = z.object({
  ...frame,
  interval: z.string(),
  freshness: freshnessSchema,
  rows: z.array(rowSchema),
});

export type DeliveryAnswer = z.output<typeof deliveryAnswerSchema>;
export type DeliveryRow = DeliveryAnswer['rows'][number];
export type Numbers = z.output<typeof numbersSchema>;
export type LeadTimeStages = z.output<typeof stagesSchema>;
