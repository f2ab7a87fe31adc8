import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant, optionalText } from './columns.js';
import { IN_SCOPE, scopeParams } from './scope.js';

/** The verdicts that stand on deployments of a scope; one that was taken back has no row. */
export const readVerdicts = defineQuery({
  name: 'verdicts',
  sql: `
    SELECT
      service,
      environment,
      deployment_id AS deploymentId,
      failed,
      reason,
      given_by AS by,
      toUnixTimestamp64Milli(given_at) AS at
    FROM verdicts FINAL
    WHERE ${IN_SCOPE}
    ORDER BY service, environment, deployment_id`,
  params: z.object(scopeParams),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    deploymentId: z.string(),
    failed: z.boolean(),
    reason: z.string(),
    by: z.string(),
    at: instant,
  }),
});

/** All that was ever said of a deployment, what counts first. */
export const readVerdictHistory = defineQuery({
  name: 'verdict-history',
  sql: `
    SELECT
      taken_back AS takenBack,
      failed,
      reason,
      given_by AS by,
      toUnixTimestamp64Milli(given_at) AS at
    FROM verdict_history FINAL
    WHERE service = {service:String}
      AND environment = {environment:String}
      AND deployment_id = {deploymentId:String}
    ORDER BY fact_version DESC`,
  params: z.object({ service: z.string(), environment: z.string(), deploymentId: z.string() }),
  row: z.object({
    takenBack: z.boolean(),
    /** null where the verdict was taken back. */
    failed: z.boolean().nullable(),
    reason: optionalText,
    by: z.string(),
    at: instant,
  }),
});
