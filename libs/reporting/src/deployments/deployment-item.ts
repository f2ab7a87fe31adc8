import { DEPLOYMENT_KINDS, DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';

const text = z.string().nullable();
const time = z.iso.datetime().nullable();
const known = z.number().nullable();

const reason = z.object({
  rule: z.string(),
  incidentId: z.string().optional(),
  deploymentId: z.string().optional(),
  confidence: z.number(),
});

/** A deployment as `GET /v1/deployments` shows it. Durations are seconds. */
export const deploymentItemSchema = z.object({
  id: z.string(),
  service: z.string(),
  environment: z.string(),
  repository: text,
  sha: text.describe('The commit that was deployed.'),
  shaFrom: z
    .enum(['deployment', 'artifact'])
    .nullable()
    .describe(
      'Who tells the sha: the deployment itself, or the build of an artifact that it names, which then tells the repository too. null where nobody does.',
    ),
  version: text,
  status: z.enum(DEPLOYMENT_STATUSES),
  kind: z.enum(DEPLOYMENT_KINDS),
  startedAt: time,
  finishedAt: time,
  baseline: z
    .boolean()
    .describe('The first deployment ever seen of the service in the environment.'),
  commits: z.int().describe('Every commit first shipped by it, merges included.'),
  mergeCommits: z.int(),
  leadTime: z
    .object({ p50: known, p75: known, p90: known, mean: known, sum: known })
    .describe(
      'Over the commits that are not merges, from when they were authored, whatever definition is asked for.',
    ),
  failed: z.boolean().nullable().describe('null while it is not finished.'),
  failureReasons: z.array(reason).describe('What shows that it failed, surest first.'),
  doubted: z
    .array(reason)
    .describe(
      'What would show it too, but the definition or a person’s verdict does not believe it.',
    ),
  verdict: z
    .object({ failed: z.boolean(), by: z.string(), reason: z.string(), at: z.iso.datetime() })
    .nullable()
    .describe('A person’s word on it, where there is one.'),
  rework: z.boolean().nullable(),
  recoveredAt: time,
  url: text,
});

export type DeploymentItem = z.infer<typeof deploymentItemSchema>;
