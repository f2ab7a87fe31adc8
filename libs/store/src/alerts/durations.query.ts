import { z } from 'zod';
import { defineQuery } from '../engine/query.js';

/** Of more durations a sample is enough to tell two distributions apart. */
const MOST_DURATIONS = 5_000;

const params = {
  environments: z.array(z.string()),
  everyService: z.boolean(),
  services: z.array(z.string()),
  per: z.enum(['service', 'team', 'everything']),
  /** Where the time that things are compared with begins, where it ends, and where the present ends. */
  from: z.int(),
  between: z.int(),
  to: z.int(),
};

const row = z.object({
  /** The service or team; '' for everything. */
  subject: z.string(),
  before: z.array(z.number()),
  recent: z.array(z.number()),
});

/** Drawn with a seed, so that the same facts give the same sample. */
const sample = (seconds: string, condition: string) =>
  `groupArraySampleIf(${MOST_DURATIONS}, 1)(assumeNotNull(${seconds}), isNotNull(${seconds}) AND ${condition})`;

const SUBJECT = `multiIf({per:String} = 'service', service, {per:String} = 'team', team, '')`;

const durations = (seconds: string, view: string, at: string) => `
  SELECT
    ${SUBJECT} AS subject,
    ${sample(seconds, `${at} < fromUnixTimestamp64Milli({between:Int64}, 'UTC')`)} AS before,
    ${sample(seconds, `${at} >= fromUnixTimestamp64Milli({between:Int64}, 'UTC')`)} AS recent
  FROM ${view}
  WHERE environment IN {environments:Array(String)}
    AND ({everyService:Bool} OR service IN {services:Array(String)})
    AND ${at} >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
    AND ${at} < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
    AND ({per:String} != 'team' OR team != '')
  GROUP BY subject
  ORDER BY subject`;

/** Commits that went out together waited together: what they took is one duration, their median. */
const LEAD_TIMES_OF_DEPLOYMENTS = `(
    SELECT service, environment, any(team) AS team, deployment_id, any(shipped_at) AS shipped_at,
      quantileExactOrNull(0.5)(lead_seconds) AS lead_seconds
    FROM public_lead_times
    GROUP BY service, environment, deployment_id
  )`;

/** How long the commits of each deployment took, lately and before, by the definition `dora`; in seconds. */
export const readLeadTimeDurations = defineQuery({
  name: 'lead-time-durations',
  sql: durations('lead_seconds', LEAD_TIMES_OF_DEPLOYMENTS, 'shipped_at'),
  params: z.object(params),
  row,
});

/** How long failed deployments took to recover, by when they recovered; in seconds. */
export const readRecoveryDurations = defineQuery({
  name: 'recovery-durations',
  sql: durations('recovery_seconds', 'public_deployments', 'assumeNotNull(recovered_at)'),
  params: z.object(params),
  row,
});
