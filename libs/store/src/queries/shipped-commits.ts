import { z } from 'zod';
import { IN_SCOPE, scopeParams } from './scope.js';

/** Which files make up a service: a pattern (RE2) for each service that has one. */
export const pathParams = {
  pathServices: z.array(z.string()),
  pathPatterns: z.array(z.string()),
};

export interface PathPatterns {
  readonly pathServices: string[];
  readonly pathPatterns: string[];
}

/**
 * Whether a commit is one of a service's: the service has no pattern, the source did not tell what
 * the commit touched, or it touched a file of the service.
 */
const OF_SERVICE = `
  empty(paths)
  OR transform(service, {pathServices:Array(String)}, {pathPatterns:Array(String)}, '') = ''
  OR arrayExists(
    path -> match(path, transform(service, {pathServices:Array(String)}, {pathPatterns:Array(String)}, '')),
    paths
  )`;

export const shippedCommitParams = { ...scopeParams, ...pathParams };

/** Every commit that was shipped in scope, with what its lead time is made of. */
export const SHIPPED_COMMITS = `
  SELECT
    shipped.service AS service,
    shipped.environment AS environment,
    shipped.repository AS repository,
    shipped.sha AS sha,
    shipped.deployment_id AS deployment_id,
    toUnixTimestamp64Milli(shipped.shipped_at) AS shipped,
    toUnixTimestamp64Milli(commit.authored_at) AS authored,
    (shipped - authored) / 1000 AS lead,
    length(commit.parents) > 1 AS merge
  FROM (
    SELECT repository, sha, service, environment, shipped_at, deployment_id
    FROM first_shipments
    WHERE ${IN_SCOPE} AND repository != ''
  ) AS shipped
  INNER JOIN (
    SELECT repository, sha, authored_at, parents, paths
    FROM commits FINAL
  ) AS commit ON commit.repository = shipped.repository AND commit.sha = shipped.sha
  WHERE ${OF_SERVICE}`;

/** Commits that are not merges, with every place their repository is shipped to. */
export const COMMITS_TO_SHIP = `
  SELECT
    place.service AS service,
    place.environment AS environment,
    place.repository AS repository,
    toUnixTimestamp64Milli(commit.authored_at) AS authored,
    if(shipped.deployment_id = '', NULL, toUnixTimestamp64Milli(shipped.shipped_at)) AS shipped_or_null
  FROM (
    SELECT DISTINCT service, environment, repository
    FROM first_shipments
    WHERE ${IN_SCOPE} AND repository != ''
  ) AS place
  INNER JOIN (
    SELECT repository, sha, authored_at, paths
    FROM commits FINAL
    WHERE length(parents) < 2
  ) AS commit ON commit.repository = place.repository
  LEFT JOIN first_shipments AS shipped
    ON shipped.repository = commit.repository
    AND shipped.sha = commit.sha
    AND shipped.service = place.service
    AND shipped.environment = place.environment
  WHERE ${OF_SERVICE}`;

export const groupParams = {
  groupBy: z.enum(['none', 'service', 'team', 'repository', 'environment']),
  teamServices: z.array(z.string()),
  teams: z.array(z.string()),
};

/** The group of a row with a service, an environment and a repository; '' where it has none. */
export const GROUP_KEY = `
  multiIf(
    {groupBy:String} = 'service', service,
    {groupBy:String} = 'team',
      transform(service, {teamServices:Array(String)}, {teams:Array(String)}, ''),
    {groupBy:String} = 'repository', repository,
    {groupBy:String} = 'environment', environment,
    ''
  )`;

export const repositoryParams = {
  everyRepository: z.boolean(),
  repositories: z.array(z.string()),
};

export const OF_REPOSITORIES = `
  ({everyRepository:Bool} OR repository IN {repositories:Array(String)})`;
