import { z } from 'zod';
import { BROUGHT } from '../shipments/brought-commits.js';
import { IN_SCOPE } from './scope.js';

/** Which deployments bring a history, rather than what is new since the one before. */
export const baselineParams = {
  /** How long after the one before it a deployment is a baseline too, in seconds; 0: never. */
  baselineAfterSeconds: z.int(),
};

/** What successful deployments brought: a row for each commit that one names. */
const BROUGHT_COMMITS = `
  SELECT
    service,
    environment,
    id,
    finished_at,
    ${BROUGHT}.1 AS repository
  FROM deployments FINAL
  WHERE ${IN_SCOPE} AND status = 'succeeded' AND isNotNull(finished_at)`;

/** Of each place, the first deployment of each repository ('' where it did not name it). */
const FIRST_OF_REPOSITORY = `
  SELECT service, environment, repository, min((finished_at, id)) AS first
  FROM (${BROUGHT_COMMITS})
  GROUP BY service, environment, repository`;

/** Of each place, the first deployment that named any commit. */
const FIRST_OF_PLACE = `
  SELECT service, environment, argMin(id, (finished_at, id))
  FROM (${BROUGHT_COMMITS})
  GROUP BY service, environment`;

/** The same with those that did not name their repository, which may have been any. */
const FIRST_BASELINES = `
  SELECT
    named.service,
    named.environment,
    named.repository,
    if(unnamed.first.2 = '', named.first, least(named.first, unnamed.first)).2
  FROM (${FIRST_OF_REPOSITORY}) AS named
  LEFT JOIN (SELECT * FROM (${FIRST_OF_REPOSITORY}) WHERE repository = '') AS unnamed
    ON unnamed.service = named.service AND unnamed.environment = named.environment`;

const AFTER_A_GAP = `
  SELECT service, environment, id
  FROM (
    SELECT
      service,
      environment,
      id,
      finished_at,
      lagInFrame(toNullable(finished_at)) OVER (
        PARTITION BY service, environment
        ORDER BY finished_at, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS before
    FROM deployments FINAL
    WHERE ${IN_SCOPE} AND status = 'succeeded' AND isNotNull(finished_at)
  )
  WHERE isNotNull(before)
    AND toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(before)
      > {baselineAfterSeconds:Int64} * 1000`;

/**
 * Whether a commit came with a baseline: the first deployment ever seen that brought anything of
 * its repository to the place. Since when it was really there is not known.
 *
 * On the columns `service`, `environment`, `repository` and `deployment_id`.
 */
export const IS_BASELINE = `
  (service, environment, repository, deployment_id) IN (${FIRST_BASELINES})
  OR (
    (service, environment, '', deployment_id) IN (${FIRST_BASELINES})
    AND (service, environment, repository) NOT IN (
      SELECT service, environment, repository FROM (${FIRST_OF_REPOSITORY})
    )
  )
  OR (
    {baselineAfterSeconds:Int64} > 0
    AND (service, environment, deployment_id) IN (${AFTER_A_GAP})
  )`;

/**
 * Whether a deployment is the baseline of its repository in its place; of the whole place where it
 * does not name one. On the columns of `deployments`.
 */
export const IS_BASELINE_DEPLOYMENT = `
  if(
    repository = '',
    (service, environment, id) IN (${FIRST_OF_PLACE}),
    (service, environment, repository, id) IN (${FIRST_BASELINES})
  )`;
