import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count, instant } from './columns.js';

/**
 * A histogram of durations, NULL left out: how many there are, their sum, and of each bound how many
 * are at most that.
 */
const histogramOf = (seconds: string) => `
  count(${seconds}) AS n,
  ifNull(sum(${seconds}), 0) AS total,
  sumForEachIf(
    arrayMap(bound -> toUInt64(assumeNotNull(${seconds}) <= bound), {bounds:Array(Float64)}),
    isNotNull(${seconds})
  ) AS atMost`;

const bounds = z.array(z.number());

const histogram = {
  n: count,
  total: z.number(),
  /** One for each bound; none where there is nothing to count. */
  atMost: z.array(count),
};

/**
 * How many deployments there ever were of each service in each environment, what became of them by
 * the definition `dora`, and how long failed ones took to recover.
 */
export const readDeploymentCounts = defineQuery({
  name: 'deployment-counts',
  sql: `
    SELECT
      service,
      environment,
      toUnixTimestamp64Milli(min(finished_at)) AS firstAt,
      countIf(status = 'succeeded') AS succeeded,
      countIf(status = 'failed') AS failed_by_status,
      countIf(status = 'rolled_back') AS rolled_back,
      countIf(status = 'cancelled') AS cancelled,
      countIf(failed) AS failures,
      countIf(failed AND isNull(recovered_at)) AS open,
      countIf(rework) AS reworks,
      ${histogramOf('recovery_seconds')}
    FROM public_deployments
    GROUP BY service, environment
    ORDER BY service, environment`,
  params: z.object({ bounds }),
  row: z
    .object({
      service: z.string(),
      environment: z.string(),
      firstAt: instant,
      succeeded: count,
      failed_by_status: count,
      rolled_back: count,
      cancelled: count,
      failures: count,
      open: count,
      reworks: count,
      ...histogram,
    })
    .transform(({ succeeded, failed_by_status: failed, rolled_back, cancelled, ...rest }) => ({
      ...rest,
      byStatus: { succeeded, failed, rolled_back, cancelled },
    })),
});

/** How long commits took to each service in each environment, merges and baselines left out. */
export const readLeadTimeCounts = defineQuery({
  name: 'lead-time-counts',
  sql: `
    SELECT service, environment, ${histogramOf('lead_seconds')}
    FROM public_lead_times
    GROUP BY service, environment
    ORDER BY service, environment`,
  params: z.object({ bounds }),
  row: z.object({ service: z.string(), environment: z.string(), ...histogram }),
});

/**
 * How many incidents there ever were of each service in each environment ('' where one does not
 * say), and how many are open. One that names several services is one of each.
 */
export const readIncidentCounts = defineQuery({
  name: 'incident-counts',
  sql: `
    SELECT service, environment, count() AS incidents, countIf(isNull(resolved_at)) AS open
    FROM (
      SELECT
        arrayJoin(if(empty(services), [''], arrayDistinct(services))) AS service,
        environment,
        resolved_at
      FROM public_incidents
    )
    GROUP BY service, environment
    ORDER BY service, environment`,
  params: z.object({}),
  row: z.object({ service: z.string(), environment: z.string(), incidents: count, open: count }),
});
