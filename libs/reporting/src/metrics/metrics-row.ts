import { z } from 'zod';

const known = z.number().nullable();
const count = z.int().min(0);
const spread = { p50: known, p75: known, p90: known, mean: known };
const rate = { rate: known, low: known, high: known };

/** One row of the answer to `GET /v1/metrics`. */
export const metricsRowSchema = z.object({
  group: z
    .record(z.string(), z.string().nullable())
    .describe('What the row is about; null where it is not known.'),
  start: z.iso.datetime(),
  end: z.iso.datetime(),
  deploymentFrequency: z.object({
    deployments: count,
    perDay: z.number(),
    daysWithDeployment: count,
    medianSecondsBetween: known,
  }),
  changeLeadTime: z.object({
    commits: count,
    ...spread,
    baselineCommits: count,
    mergeCommits: count,
    waiting: count,
  }),
  changeFailRate: z.object({ failed: count, deployments: count, ...rate }),
  recoveryTime: z.object({ failed: count, recovered: count, open: count, ...spread }),
  reworkRate: z.object({ rework: count, deployments: count, ...rate }),
  timeToRestore: z.object({ incidents: count, resolved: count, open: count, ...spread }),
});

export type MetricsRow = z.infer<typeof metricsRowSchema>;

/** The answer to `GET /v1/metrics`. Durations are seconds; what cannot be known is null. */
export const metricsAnswerSchema = z.object({
  definition: z.object({ id: z.string(), version: z.string() }),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  timezone: z.string(),
  interval: z.string(),
  freshness: z.object({
    lastEventAt: z.iso.datetime().nullable(),
    lagSeconds: known.describe('From the receipt of the newest event to its being counted here.'),
  }),
  rows: z.array(metricsRowSchema),
});

export type MetricsAnswer = z.infer<typeof metricsAnswerSchema>;
