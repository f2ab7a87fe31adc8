import { z } from 'zod';
import { IN_SCOPE } from './scope.js';

/** Which deployments bring a history, rather than what is new since the one before. */
export const baselineParams = {
  /** How long after the one before it a deployment is a baseline too, in seconds; 0: never. */
  baselineAfterSeconds: z.int(),
};

const SUCCEEDED = `${IN_SCOPE} AND status = 'succeeded' AND isNotNull(finished_at)`;

/**
 * Of each place, the first deployment of each repository ('' where it did not name it), by what
 * deployments gave to the generation that counts.
 */
const FIRST_OF_REPOSITORY = `
  SELECT
    service,
    environment,
    CAST(repository, 'String') AS repository,
    min((finished_at, deployment_id)) AS first
  FROM shipment_contributions
  WHERE ${IN_SCOPE}
    AND (service, environment, generation) IN (
      SELECT service, environment, max(generation)
      FROM shipment_generations
      GROUP BY service, environment
    )
  GROUP BY service, environment, repository`;

/** Of each place, the first deployment that named any commit. */
const FIRST_OF_PLACE = `
  SELECT service, environment, min(first).2
  FROM (${FIRST_OF_REPOSITORY})
  GROUP BY service, environment`;

/** The first of each repository with those that did not name theirs, which may have been any. */
const FIRST_BASELINES = `
  SELECT
    service,
    environment,
    named.1 AS repository,
    if(unnamed.2 = '', named.2, least(named.2, unnamed)).2
  FROM (
    SELECT
      service,
      environment,
      groupArray((repository, first)) AS every,
      minIf(first, repository = '') AS unnamed
    FROM (${FIRST_OF_REPOSITORY})
    GROUP BY service, environment
  )
  ARRAY JOIN every AS named`;

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
    WHERE ${SUCCEEDED}
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
