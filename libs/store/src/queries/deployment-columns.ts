import { DEPLOYMENT_KINDS, DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';
import { optionalInstant, optionalText } from './columns.js';

/** What a deployment says, as `deployment` reads it. */
export const COLUMNS = `
  service,
  environment,
  id,
  repository,
  sha,
  commits,
  version,
  status,
  kind,
  labels,
  unplanned,
  fixes,
  change_failure AS changeFailure,
  toUnixTimestamp64Milli(started_at) AS startedAt,
  toUnixTimestamp64Milli(finished_at) AS finishedAt,
  url`;

const optionalBoolean = z.union([z.null(), z.boolean()]).transform((value) => value ?? undefined);

export const deployment = z.object({
  service: z.string(),
  environment: z.string(),
  id: z.string(),
  repository: optionalText,
  sha: optionalText,
  commits: z.array(z.object({ repository: z.string(), sha: z.string() })),
  version: optionalText,
  status: z.enum(DEPLOYMENT_STATUSES),
  kind: z.enum(DEPLOYMENT_KINDS),
  labels: z.array(z.string()),
  unplanned: optionalBoolean,
  fixes: z.array(z.string()),
  changeFailure: optionalBoolean,
  startedAt: optionalInstant,
  finishedAt: optionalInstant,
  url: optionalText,
});

/** When a deployment happened: its finish, or its start while it goes on. */
export const HAPPENED = `coalesce(finished_at, started_at, fromUnixTimestamp64Milli(0, 'UTC'))`;
