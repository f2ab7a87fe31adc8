import { z } from 'zod';

const seconds = z.number().nullable();
const count = z.number().nullable();

const rate = {
  deployments: count,
  rate: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
};

const rowSchema = z.object({
  group: z.record(z.string(), z.string().nullable()).nullish(),
  start: z.string(),
  end: z.string(),
  deploymentFrequency: z.object({ deployments: count, perDay: z.number().nullable() }),
  changeLeadTime: z.object({
    commits: count,
    p50: seconds,
    p90: seconds,
    waiting: count.optional(),
  }),
  changeFailRate: z.object({ failed: count, ...rate }),
  recoveryTime: z.object({ failed: count, recovered: count, p50: seconds }).nullable(),
  reworkRate: z.object({ rework: count, ...rate }).nullable(),
  timeToRestore: z.object({ incidents: count, resolved: count, p50: seconds }),
  comparison: z.record(z.string(), z.unknown()).nullish(),
});

/** What `GET /v1/metrics` answers; only what the table shows of it. */
export const metricsAnswerSchema = z.object({
  definition: z.object({ id: z.string() }),
  from: z.string(),
  to: z.string(),
  timezone: z.string(),
  interval: z.string(),
  rows: z.array(rowSchema),
});

export type MetricsAnswer = z.output<typeof metricsAnswerSchema>;
export type MetricsRow = MetricsAnswer['rows'][number];
