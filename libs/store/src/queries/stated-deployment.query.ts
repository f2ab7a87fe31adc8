import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { IS_BASELINE_DEPLOYMENT } from './baselines.js';
import { instant, optionalText, UPDATED_AT } from './columns.js';
import { COLUMNS, deployment, HAPPENED } from './deployment-columns.js';
import { IN_SCOPE, scopeParams } from './scope.js';

/** One deployment with everything that was said of it; no row when it is not known. */
export const readStatedDeployment = defineQuery({
  name: 'stated-deployment',
  sql: `
    SELECT
      ${COLUMNS},
      artifact,
      source,
      ${UPDATED_AT} AS updatedAt,
      toUnixTimestamp64Milli(${HAPPENED}) AS happenedAt,
      ${IS_BASELINE_DEPLOYMENT} AS baseline
    FROM deployments FINAL
    WHERE ${IN_SCOPE} AND id = {id:String}`,
  params: z.object({ ...scopeParams, id: z.string() }),
  row: deployment.extend({
    artifact: optionalText,
    source: z.string(),
    updatedAt: instant,
    happenedAt: instant,
    baseline: z.coerce.boolean(),
  }),
});

/** The ids of the deployments before and after another one of its place, whatever became of them. */
export const readNeighbours = defineQuery({
  name: 'neighbours-of-deployment',
  sql: `
    SELECT
      argMaxIf(id, (happened, id), (happened, id) < ({happenedAt:Int64}, {id:String})) AS previous,
      argMinIf(id, (happened, id), (happened, id) > ({happenedAt:Int64}, {id:String})) AS next
    FROM (
      SELECT id, toUnixTimestamp64Milli(${HAPPENED}) AS happened
      FROM deployments FINAL
      WHERE service = {service:String} AND environment = {environment:String}
    )`,
  params: z.object({
    service: z.string(),
    environment: z.string(),
    id: z.string(),
    happenedAt: z.int(),
  }),
  row: z.object({ previous: optionalText, next: optionalText }),
});
