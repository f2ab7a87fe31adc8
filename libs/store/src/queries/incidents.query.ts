import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { instant, optionalInstant, optionalText } from './columns.js';
import { ofTeams, teamParams } from './teams.js';

const COLUMNS = `
  source,
  id,
  services,
  environment,
  severity,
  toUnixTimestamp64Milli(opened_at) AS openedAt,
  toUnixTimestamp64Milli(acknowledged_at) AS acknowledgedAt,
  toUnixTimestamp64Milli(resolved_at) AS resolvedAt,
  cause_deployment_id AS causeDeploymentId,
  cause_sha AS causeSha,
  cause_version AS causeVersion,
  title,
  url`;

const incident = z
  .object({
    source: z.string(),
    id: z.string(),
    services: z.array(z.string()),
    environment: optionalText,
    severity: optionalText,
    openedAt: instant,
    acknowledgedAt: optionalInstant,
    resolvedAt: optionalInstant,
    causeDeploymentId: optionalText,
    causeSha: optionalText,
    causeVersion: optionalText,
    title: optionalText,
    url: optionalText,
  })
  .transform(({ causeDeploymentId, causeSha, causeVersion, ...rest }) => {
    const named = causeDeploymentId ?? causeSha ?? causeVersion;
    const cause = { deploymentId: causeDeploymentId, sha: causeSha, version: causeVersion };
    return { ...rest, cause: named === undefined ? undefined : cause };
  });

const scope = {
  everyService: z.boolean(),
  services: z.array(z.string()),
  environments: z.array(z.string()),
};

/** An incident that names no service or environment may be about any. */
const IN_SCOPE = `
  (environment = '' OR environment IN {environments:Array(String)})
  AND ({everyService:Bool} OR empty(services) OR hasAny(services, {services:Array(String)}))`;

/**
 * The incidents that bear on a window: those that opened or ended since it began, and any that names
 * a cause, since its cause may lie in the window whatever the clocks say.
 */
export const readIncidentsFrom = defineQuery({
  name: 'incidents-from',
  sql: `
    SELECT ${COLUMNS}
    FROM incidents FINAL
    WHERE ${IN_SCOPE}
      AND (
        opened_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
        OR resolved_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
        OR cause_deployment_id != ''
        OR cause_sha != ''
        OR cause_version != ''
      )
    ORDER BY opened_at, source, id`,
  params: z.object({ ...scope, from: z.int() }),
  row: incident,
});

/**
 * A page of incidents by when they opened, newest first. One that names no service is everybody's,
 * and so nobody's in particular.
 */
export const readIncidentsPage = defineQuery({
  name: 'incidents-page',
  sql: `
    SELECT ${COLUMNS}
    FROM incidents FINAL
    WHERE (environment IN {environments:Array(String)} OR (environment = '' AND {orUnsaid:Bool}))
      AND (
        ({everyService:Bool} AND {everyTeam:Bool})
        OR arrayExists(
          service -> ({everyService:Bool} OR has({services:Array(String)}, service))
            AND ${ofTeams('service', 'toUnixTimestamp64Milli(opened_at)')},
          services
        )
      )
      AND if(isNull(resolved_at), {withOpen:Bool}, {withResolved:Bool})
      AND opened_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      AND opened_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND (toUnixTimestamp64Milli(opened_at), source, id)
        < ({afterOpened:Int64}, {afterSource:String}, {afterId:String})
    ORDER BY opened_at DESC, source DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    ...scope,
    ...teamParams,
    /** Those too that do not say in which environment they happened. */
    orUnsaid: z.boolean(),
    withOpen: z.boolean(),
    withResolved: z.boolean(),
    from: z.int(),
    to: z.int(),
    afterOpened: z.int(),
    afterSource: z.string(),
    afterId: z.string(),
    limit: z.int(),
  }),
  row: incident,
});

/** The deployments that first shipped some commits, by place. */
export const readFirstShippers = defineQuery({
  name: 'first-shippers',
  sql: `
    SELECT
      service,
      environment,
      sha,
      argMin(deployment_id, earliest) AS shipper
    FROM first_shipments
    WHERE sha IN {shas:Array(String)}
    GROUP BY service, environment, sha`,
  params: z.object({ shas: z.array(z.string()) }),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    sha: z.string(),
    shipper: z.string(),
  }),
});

/** One incident; no row when it is not known. */
export const readIncident = defineQuery({
  name: 'incident',
  sql: `
    SELECT ${COLUMNS}
    FROM incidents FINAL
    WHERE source = {source:String} AND id = {id:String}`,
  params: z.object({ source: z.string(), id: z.string() }),
  row: incident,
});

/** The incidents of some ids, of whatever source. */
export const readIncidentsOf = defineQuery({
  name: 'incidents-of-ids',
  sql: `
    SELECT ${COLUMNS}
    FROM incidents FINAL
    WHERE id IN {ids:Array(String)}
    ORDER BY source, id`,
  params: z.object({ ids: z.array(z.string()) }),
  row: incident,
});
