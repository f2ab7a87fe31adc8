import { DEPLOYMENT_KINDS, DEPLOYMENT_STATUSES } from '@throughline/events';
import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { optionalInstant, optionalText } from './columns.js';
import { IN_SCOPE, scopeParams } from './scope.js';

const COLUMNS = `
  service,
  environment,
  id,
  repository,
  sha,
  version,
  status,
  kind,
  unplanned,
  fixes,
  change_failure AS changeFailure,
  toUnixTimestamp64Milli(started_at) AS startedAt,
  toUnixTimestamp64Milli(finished_at) AS finishedAt,
  url`;

const optionalBoolean = z.union([z.null(), z.boolean()]).transform((value) => value ?? undefined);

const deployment = z.object({
  service: z.string(),
  environment: z.string(),
  id: z.string(),
  repository: optionalText,
  sha: optionalText,
  version: optionalText,
  status: z.enum(DEPLOYMENT_STATUSES),
  kind: z.enum(DEPLOYMENT_KINDS),
  unplanned: optionalBoolean,
  fixes: z.array(z.string()),
  changeFailure: optionalBoolean,
  startedAt: optionalInstant,
  finishedAt: optionalInstant,
  url: optionalText,
});

/**
 * The deployments that bear on what became of those of a window: the window's own and all later
 * ones, since one of them may have fixed what failed in it; those with a version or sha that an
 * incident names, since it means one of them; and those that name what they fix, in any service.
 */
export const readDeploymentsFrom = defineQuery({
  name: 'deployments-from',
  sql: `
    SELECT ${COLUMNS}
    FROM deployments FINAL
    WHERE environment IN {environments:Array(String)}
      AND (
        notEmpty(fixes)
        OR (
          ({everyService:Bool} OR service IN {services:Array(String)})
          AND (
            finished_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
            OR version IN (
              SELECT cause_version FROM incidents FINAL WHERE cause_version != ''
            )
            OR sha IN (SELECT cause_sha FROM incidents FINAL WHERE cause_sha != '')
          )
        )
      )
    ORDER BY finished_at, service, environment, id`,
  params: z.object({ ...scopeParams, from: z.int() }),
  row: deployment,
});

/** The deployments that incidents can mean with what they name as their cause. */
export const readSuspects = defineQuery({
  name: 'suspects',
  sql: `
    SELECT ${COLUMNS}
    FROM deployments FINAL
    WHERE environment IN {environments:Array(String)}
      AND (
        id IN {ids:Array(String)}
        OR version IN {versions:Array(String)}
        OR sha IN {shas:Array(String)}
      )
    ORDER BY finished_at, service, environment, id`,
  params: z.object({
    environments: z.array(z.string()),
    ids: z.array(z.string()),
    versions: z.array(z.string()),
    shas: z.array(z.string()),
  }),
  row: deployment,
});

/** When a deployment happened: its finish, or its start while it goes on. */
const HAPPENED = `coalesce(finished_at, started_at, fromUnixTimestamp64Milli(0, 'UTC'))`;

/**
 * A page of deployments, newest first; those in progress have their place by when they started.
 * It goes on after the deployment that the page before ended with.
 */
export const readDeploymentsPage = defineQuery({
  name: 'deployments-page',
  sql: `
    SELECT ${COLUMNS}, toUnixTimestamp64Milli(${HAPPENED}) AS happenedAt
    FROM deployments FINAL
    WHERE ${IN_SCOPE}
      AND (
        {everyRepository:Bool}
        OR repository IN {repositories:Array(String)}
        OR (repository = '' AND service IN {servicesOfRepositories:Array(String)})
      )
      AND ${HAPPENED} >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      AND ${HAPPENED} < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND (
        toUnixTimestamp64Milli(${HAPPENED}), service, environment, id
      ) < ({afterHappened:Int64}, {afterService:String}, {afterEnvironment:String}, {afterId:String})
    ORDER BY ${HAPPENED} DESC, service DESC, environment DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    ...scopeParams,
    everyRepository: z.boolean(),
    repositories: z.array(z.string()),
    servicesOfRepositories: z.array(z.string()),
    from: z.int(),
    to: z.int(),
    afterHappened: z.int(),
    afterService: z.string(),
    afterEnvironment: z.string(),
    afterId: z.string(),
    limit: z.int(),
  }),
  row: deployment.extend({ happenedAt: z.coerce.number().int() }),
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

/** The first successful deployment ever seen of each service in each environment. */
export const readBaselines = defineQuery({
  name: 'baselines',
  sql: `
    SELECT service, environment, argMin(id, (finished_at, id)) AS baseline
    FROM deployments FINAL
    WHERE ${IN_SCOPE} AND status = 'succeeded' AND isNotNull(finished_at)
    GROUP BY service, environment`,
  params: z.object(scopeParams),
  row: z.object({ service: z.string(), environment: z.string(), baseline: z.string() }),
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
