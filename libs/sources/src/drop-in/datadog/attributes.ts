import { z } from 'zod';
import { tidyLabels } from '../../tidy.js';
import { unixTime } from '../times.js';

// https://docs.datadoghq.com/api/latest/dora-metrics/

/** Where a deployment went that does not say; Datadog's DORA metrics are about production as well. */
export const DEFAULT_ENVIRONMENT = 'production';

export const name = z.string().trim().min(1, 'is empty');

/** The attributes that deployments and failures have in common. */
export const COMMON_ATTRIBUTES = {
  /** "Must be 16-128 characters"; any name does here. */
  id: name.optional(),
  env: name.optional(),
  version: name.optional(),
  team: name.optional(),
  git: z.object({ commit_sha: name, repository_url: name }).optional(),
  /** `key:value`, up to 100. */
  custom_tags: z.array(z.string()).nullish(),
  started_at: unixTime,
};

export const inEnvelope = <Attributes extends z.ZodType>(attributes: Attributes) =>
  z.object({ data: z.object({ attributes }) });

export function labelsOf(team: string | undefined, tags: readonly string[] | null | undefined) {
  return tidyLabels([...(tags ?? []), team === undefined ? undefined : `team:${team}`]);
}
