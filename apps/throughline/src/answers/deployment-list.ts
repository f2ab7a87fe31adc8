import { z } from 'zod';

const text = z.string().nullable();

const reason = z.object({
  rule: z.string(),
  incidentId: z.string().optional(),
  deploymentId: z.string().optional(),
  confidence: z.number(),
});

/** A deployment as `GET /v1/deployments` shows it. Durations are seconds. */
export const deploymentSchema = z.object({
  id: z.string(),
  service: z.string(),
  environment: z.string(),
  repository: text,
  sha: text,
  version: text,
  status: z.string(),
  kind: z.string(),
  startedAt: text,
  finishedAt: text,
  baseline: z.boolean(),
  commits: z.number(),
  leadTime: z.object({ p50: z.number().nullable() }),
  failed: z.boolean().nullable().describe('null while it is not finished.'),
  failureReasons: z.array(reason).describe('What shows that it failed, surest first.'),
  rework: z.boolean().nullable(),
  recoveredAt: text,
  url: text,
});

/** What `GET /v1/deployments` answers, newest first. */
export const deploymentListSchema = z.object({
  items: z.array(deploymentSchema),
  nextCursor: text,
});

export type Deployment = z.output<typeof deploymentSchema>;
