import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant, optionalInstant, optionalText } from './columns.js';

/** Every version of every service as events describe it, by name and from when it was true. */
export const readServiceVersions = defineQuery({
  name: 'service-versions',
  sql: `
    SELECT
      name,
      toUnixTimestamp64Milli(since) AS since,
      withdrawn,
      team,
      owner,
      repository,
      paths,
      tier,
      runbook_url AS runbookUrl,
      slo_url AS sloUrl,
      dashboard_url AS dashboardUrl,
      toUnixTimestamp64Milli(onboarded_at) AS onboardedAt
    FROM service_versions FINAL
    ORDER BY name, since`,
  params: z.object({}),
  row: z.object({
    name: z.string(),
    since: instant,
    withdrawn: z.boolean(),
    team: optionalText,
    owner: optionalText,
    repository: optionalText,
    paths: z.array(z.string()),
    tier: z.union([z.null(), z.coerce.number().int()]).transform((value) => value ?? undefined),
    runbookUrl: optionalText,
    sloUrl: optionalText,
    dashboardUrl: optionalText,
    onboardedAt: optionalInstant,
  }),
});
