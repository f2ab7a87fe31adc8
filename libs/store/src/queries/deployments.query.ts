import { DEPLOYMENT_KINDS, DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { optionalInstant, optionalText } from './columns.js';
import { IS_BASELINE_DEPLOYMENT } from './baselines.js';
import { COLUMNS, deployment, HAPPENED } from './deployment-columns.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { ofTeams, teamParams } from './teams.js';

/** What tells one release from another: its commit, else its version. */
const RELEASE = `if(sha != '', concat('sha ', sha), if(version != '', concat('version ', version), ''))`;

const REACHED = `status IN ('succeeded', 'rolled_back') AND isNotNull(finished_at)`;

const BEFORE_WINDOW = `finished_at < fromUnixTimestamp64Milli({from:Int64}, 'UTC')`;

const IN_WINDOW = `finished_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')`;

/** Both for those that reached anybody and for those that succeeded: definitions differ in it. */
const FIRST_AND_LAST = `
  [
    argMin(id, (finished_at, id)),
    argMax(id, (finished_at, id)),
    argMinIf(id, (finished_at, id), status = 'succeeded'),
    argMaxIf(id, (finished_at, id), status = 'succeeded')
  ]`;

/** What was there when the window began, and when its releases had been there before. */
const HISTORY = `
  SELECT service, environment, arrayJoin(${FIRST_AND_LAST}) AS id
  FROM deployments FINAL
  WHERE ${IN_SCOPE} AND ${REACHED} AND ${BEFORE_WINDOW}
  GROUP BY service, environment
  UNION ALL
  SELECT service, environment, arrayJoin(${FIRST_AND_LAST}) AS id
  FROM deployments FINAL
  WHERE ${IN_SCOPE} AND ${REACHED} AND ${BEFORE_WINDOW}
    AND (service, environment, ${RELEASE}) IN (
      SELECT service, environment, ${RELEASE}
      FROM deployments FINAL
      WHERE ${IN_SCOPE} AND ${IN_WINDOW}
      UNION ALL
      SELECT service, environment, argMax(${RELEASE}, (finished_at, id))
      FROM deployments FINAL
      WHERE ${IN_SCOPE} AND ${REACHED} AND ${BEFORE_WINDOW}
      GROUP BY service, environment
    )
  GROUP BY service, environment, ${RELEASE}`;

/**
 * The deployments that bear on what became of those of a window:
 *
 * - the window's own and all later ones, since one of them may have fixed what failed in it;
 * - what was there when it began, and the first and last time of each of its releases before that:
 *   a release that comes back went back to then;
 * - those with an id, version or sha that an incident names, since it means one of them (an id in
 *   any service: one that several services have means none of them);
 * - those that name what they fix, in any service.
 */
export const readDeploymentsFrom = defineQuery({
  name: 'deployments-from',
  sql: `
    SELECT ${COLUMNS}
    FROM deployments FINAL
    WHERE environment IN {environments:Array(String)}
      AND (
        notEmpty(fixes)
        OR id IN (
          SELECT cause_deployment_id FROM incidents FINAL WHERE cause_deployment_id != ''
        )
        OR (
          ({everyService:Bool} OR service IN {services:Array(String)})
          AND (
            ${IN_WINDOW}
            OR version IN (
              SELECT cause_version FROM incidents FINAL WHERE cause_version != ''
            )
            OR sha IN (SELECT cause_sha FROM incidents FINAL WHERE cause_sha != '')
            OR (service, environment, id) IN (${HISTORY})
            OR (service, environment, id) IN (
              SELECT service, environment, deployment_id
              FROM first_shipments
              WHERE ${IN_SCOPE}
                AND sha IN (SELECT cause_sha FROM incidents FINAL WHERE cause_sha != '')
            )
          )
        )
      )
    ORDER BY finished_at, service, environment, id`,
  params: z.object({ ...scopeParams, from: z.int() }),
  row: deployment,
});

/** The deployments that finished in a window. */
export const readDeploymentsIn = defineQuery({
  name: 'deployments-in',
  sql: `
    SELECT ${COLUMNS}
    FROM deployments FINAL
    WHERE ${IN_SCOPE}
      AND ${IN_WINDOW}
      AND finished_at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`,
  params: z.object({ ...scopeParams, from: z.int(), to: z.int() }),
  row: deployment,
});

/**
 * A page of deployments, newest first; those in progress have their place by when they started.
 * It goes on after the deployment that the page before ended with.
 */
export const readDeploymentsPage = defineQuery({
  name: 'deployments-page',
  sql: `
    SELECT
      ${COLUMNS},
      toUnixTimestamp64Milli(${HAPPENED}) AS happenedAt,
      ${IS_BASELINE_DEPLOYMENT} AS baseline
    FROM deployments FINAL
    WHERE ${IN_SCOPE}
      AND ${ofTeams('service', `toUnixTimestamp64Milli(${HAPPENED})`)}
      AND (
        {everyRepository:Bool}
        OR repository IN {repositories:Array(String)}
        OR (repository = '' AND service IN {servicesOfRepositories:Array(String)})
      )
      AND status IN {statuses:Array(String)}
      AND kind IN {kinds:Array(String)}
      AND ${HAPPENED} >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      AND ${HAPPENED} < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND (
        toUnixTimestamp64Milli(${HAPPENED}), service, environment, id
      ) < ({afterHappened:Int64}, {afterService:String}, {afterEnvironment:String}, {afterId:String})
    ORDER BY ${HAPPENED} DESC, service DESC, environment DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    ...scopeParams,
    ...teamParams,
    everyRepository: z.boolean(),
    repositories: z.array(z.string()),
    servicesOfRepositories: z.array(z.string()),
    statuses: z.array(z.enum(DEPLOYMENT_STATUSES)),
    kinds: z.array(z.enum(DEPLOYMENT_KINDS)),
    from: z.int(),
    to: z.int(),
    afterHappened: z.int(),
    afterService: z.string(),
    afterEnvironment: z.string(),
    afterId: z.string(),
    limit: z.int(),
  }),
  row: deployment.extend({ happenedAt: z.coerce.number().int(), baseline: z.coerce.boolean() }),
});

/** Which deployments of some ids were the first of their place. */
export const readBaselineDeployments = defineQuery({
  name: 'baseline-deployments',
  sql: `
    SELECT service, environment, id
    FROM deployments FINAL
    WHERE ${IN_SCOPE} AND id IN {ids:Array(String)} AND ${IS_BASELINE_DEPLOYMENT}`,
  params: z.object({ ...scopeParams, ids: z.array(z.string()) }),
  row: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
});

/** One deployment; no row when it is not known. */
export const readDeployment = defineQuery({
  name: 'deployment',
  sql: `
    SELECT ${COLUMNS}
    FROM deployments FINAL
    WHERE service = {service:String} AND environment = {environment:String} AND id = {id:String}`,
  params: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
  row: deployment,
});

/** Where services were deployed to, and from which repositories; undefined where one did not say. */
export const readPlaces = defineQuery({
  name: 'places',
  sql: `
    SELECT
      service,
      environment,
      arraySort(groupUniqArray(repository)) AS repositories,
      toUnixTimestamp64Milli(maxOrNull(finished_at)) AS lastDeployedAt,
      count() AS deployments
    FROM deployments FINAL
    GROUP BY service, environment
    ORDER BY service, environment`,
  params: z.object({}),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    repositories: z.array(optionalText),
    lastDeployedAt: optionalInstant,
    deployments: z.coerce.number().int(),
  }),
});
