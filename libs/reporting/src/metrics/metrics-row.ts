import { z } from 'zod';
import { freshnessSchema } from '../freshness.js';

const known = z.number().nullable();
const count = z.int().min(0);
const spread = { p50: known, p75: known, p90: known, mean: known };
const rate = { rate: known, low: known, high: known };

const kaplanMeier = z
  .object({
    n: count,
    ended: count,
    open: count,
    p50: known,
    p75: known,
    p90: known,
    p50Low: known,
    p50High: known,
  })
  .describe(
    'The Kaplan–Meier estimate: what is still open counts as lasting at least as long as it has. A quantile is null where too many are open to know it; p50Low and p50High are the 95 % interval of the median.',
  );

const stage = z.object({ n: count, ...spread });

const leadTimeStages = z
  .object({
    changes: count.describe('Changes first shipped in the row, without those of a baseline.'),
    commitsWithoutChange: count.describe('Commits first shipped in the row that no change has.'),
    coding: stage.describe('First commit to opened.'),
    pickup: stage.describe('Opened to first review.'),
    review: stage.describe('First review to merged.'),
    waiting: stage.describe(
      'Merged (or committed, without a change) to the start of the deployment.',
    ),
    deploying: stage.describe('Start of the deployment to its finish.'),
    total: stage.describe('First commit to the finish of the deployment.'),
  })
  .describe('Where the time of changes went, each stage over those of which it is known.');

/** The metrics of a row: each an object of numbers, null where the definition has no such metric. */
export const metricsSchemas = {
  deploymentFrequency: z.object({
    deployments: count,
    perDay: z.number(),
    perDayLow: z.number(),
    perDayHigh: z.number(),
    daysWithDeployment: count,
    medianDaysPerWeek: known,
    medianSecondsBetween: known,
  }),
  changeLeadTime: z.object({
    unit: z.enum(['commits', 'changes']).describe('What the definition times.'),
    commits: count.describe('How many of them have a lead time.'),
    ...spread,
    baselineCommits: count,
    mergeCommits: count,
    waiting: count,
    kaplanMeier,
  }),
  leadTimeStages,
  changeFailRate: z.object({
    failed: count,
    deployments: count,
    ...rate,
    inferred: count.describe('Of the failed ones those that only an inference calls so.'),
  }),
  recoveryTime: z
    .object({ failed: count, recovered: count, open: count, ...spread, kaplanMeier })
    .nullable(),
  reworkRate: z.object({ rework: count, deployments: count, ...rate }).nullable(),
  timeToRestore: z.object({
    incidents: count,
    resolved: count,
    open: count,
    ...spread,
    kaplanMeier,
  }),
};

/** Those that `metrics` asks for. */
const metrics = z.object(metricsSchemas).partial();

const comparison = z.object({
  verdict: z
    .enum(['higher', 'lower', 'no_clear_change', 'too_little_data'])
    .describe(
      '`no_clear_change`: the interval holds no change at all, so chance alone explains it.',
    ),
  measure: z.enum(['difference', 'ratio']),
  change: known,
  low: known,
  high: known,
});

const mixedComparison = comparison.extend({
  members: z
    .array(z.object({ name: z.string().nullable(), rate: z.number(), mix: z.number() }))
    .describe('Of the change: what each member’s own rate did, and what its weight did.')
    .optional(),
});

const comparisonSchema = z
  .object({
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    deploymentFrequency: comparison.optional(),
    changeLeadTime: comparison.optional(),
    changeFailRate: mixedComparison.optional(),
    recoveryTime: comparison.nullable().optional(),
    reworkRate: mixedComparison.nullable().optional(),
    timeToRestore: comparison.optional(),
  })
  .describe('How the row differs from the one of equal length before it.');

const placement = z
  .object({
    clusters: z.array(z.enum(['elite', 'high', 'medium', 'low'])),
    match: z.enum(['within', 'nearest']),
  })
  .nullable();

const levelsSchema = z
  .object({
    edition: z.string(),
    title: z.string(),
    source: z.string(),
    deploymentFrequency: placement,
    changeLeadTime: placement,
    changeFailRate: placement,
    recovery: placement.describe('Of the time to restore up to 2022, of the recovery time since.'),
  })
  .describe(
    'The published clusters that each metric lies in or nearest to: for reference, not a grade.',
  );

const quickCheckSchema = z
  .object({
    scores: z.object({
      changeLeadTime: known,
      deploymentFrequency: known,
      recoveryTime: known,
      changeFailRate: known,
      reworkRate: known,
    }),
    overall: known,
    throughput: known.describe('Of lead time, frequency and recovery.'),
    stability: known.describe('Of change fail rate and rework rate.'),
  })
  .describe(
    'Scores from 0 to 10 by the formula of DORA’s Quick Check: for reference, not a grade.',
  );

/** One row of the answer to `GET /v1/metrics`. */
export const metricsRowSchema = z.object({
  group: z
    .record(z.string(), z.string().nullable())
    .describe('What the row is about; null where it is not known.'),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  incomplete: z.boolean().describe('The period is not over: its numbers will grow.'),
  ...metrics.shape,
  comparison: comparisonSchema
    .nullable()
    .describe(
      'null for a period that is not over, or that the window cuts: it is no match for a whole one.',
    )
    .optional(),
  levels: levelsSchema.optional(),
  quickCheck: quickCheckSchema.optional(),
});

export type MetricsRow = z.infer<typeof metricsRowSchema>;

/** The answer to `GET /v1/metrics`. Durations are seconds; what cannot be known is null. */
export const metricsAnswerSchema = z.object({
  definition: z.object({ id: z.string(), version: z.string() }),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  timezone: z.string(),
  interval: z.string(),
  freshness: freshnessSchema,
  rows: z.array(metricsRowSchema),
});

export type MetricsAnswer = z.infer<typeof metricsAnswerSchema>;
