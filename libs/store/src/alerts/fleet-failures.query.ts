import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, instant } from '../queries/columns.js';

/**
 * How many deployments of each service in production finished in each calendar month (UTC), and how
 * many of them failed by the definition `dora`. Months are named by where they start.
 */
export const readFleetFailures = defineQuery({
  name: 'fleet-failures',
  sql: `
    SELECT
      toUnixTimestamp64Milli(toDateTime64(toStartOfMonth(finished_at), 3, 'UTC')) AS month,
      service,
      count() AS deployments,
      countIf((service, environment, id) IN (
        SELECT service, environment, deployment_id FROM failures
      )) AS failed
    FROM finished_deployments
    WHERE environment IN {environments:Array(String)}
      AND status IN ('succeeded', 'failed', 'rolled_back')
      AND finished_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
    GROUP BY month, service
    ORDER BY month, service`,
  params: z.object({ environments: z.array(z.string()), from: z.int() }),
  row: z.object({ month: instant, service: z.string(), deployments: count, failed: count }),
});
