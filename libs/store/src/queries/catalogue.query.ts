import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { optionalInstant, optionalText } from './columns.js';

/** The services as last described by events; those withdrawn are left out. */
export const readServices = defineQuery({
  name: 'services',
  sql: `
    SELECT
      name,
      team,
      owner,
      repository,
      paths,
      tier,
      runbook_url AS runbookUrl,
      slo_url AS sloUrl,
      dashboard_url AS dashboardUrl,
      toUnixTimestamp64Milli(onboarded_at) AS onboardedAt
    FROM (
      SELECT *
      FROM service_versions FINAL
      ORDER BY since DESC
      LIMIT 1 BY name
    )
    WHERE NOT withdrawn
    ORDER BY name`,
  params: z.object({}),
  row: z.object({
    name: z.string(),
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
