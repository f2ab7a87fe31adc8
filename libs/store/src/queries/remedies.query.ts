import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { STANDING_SHA } from './change-commits.js';
import { IN_SCOPE, scopeParams } from './scope.js';

/** The word hotfix in the name of a branch. */
const HOTFIX_BRANCH = `match(branch, '(?i)(^|[/_-])hotfix([/_-]|$)')`;

const HOTFIX_LABEL = `arrayExists(label -> lower(label) = 'hotfix', labels)`;

/** Deployments since a moment that a label calls a hotfix, or that brought such a change first. */
export const readHotfixes = defineQuery({
  name: 'hotfixes',
  sql: `
    SELECT service, environment, deployment_id AS id
    FROM first_shipments
    WHERE ${IN_SCOPE}
      AND shipped_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      AND (repository, sha) IN (
        SELECT repository, ${STANDING_SHA}
        FROM changes FINAL
        WHERE isNotNull(merged_at) AND (${HOTFIX_BRANCH} OR ${HOTFIX_LABEL})
      )
    UNION DISTINCT
    SELECT service, environment, id
    FROM deployments FINAL
    WHERE ${IN_SCOPE}
      AND finished_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
      AND ${HOTFIX_LABEL}`,
  params: z.object({ ...scopeParams, from: z.int() }),
  row: z.object({ service: z.string(), environment: z.string(), id: z.string() }),
});

/** What git says that a commit takes back. */
const REVERTED_COMMITS = `
  SELECT repository, sha AS reverting, arrayJoin(reverts) AS reverted
  FROM commits FINAL
  WHERE notEmpty(reverts)`;

const MERGED = `
  SELECT repository, number, title, branch, merged_at, ${STANDING_SHA} AS sha
  FROM changes FINAL
  WHERE isNotNull(merged_at)`;

/** The branch that GitHub makes for taking a change back names it by number. */
const REVERTED_NUMBER = `toUInt64OrZero(extract(branch, '^revert-([0-9]+)-'))`;

const REVERTED_BY_NUMBER = `
  SELECT later.repository AS repository, later.sha AS reverting, earlier.sha AS reverted
  FROM (SELECT *, ${REVERTED_NUMBER} AS reverted_number FROM (${MERGED})) AS later
  INNER JOIN (${MERGED}) AS earlier
    ON earlier.repository = later.repository AND earlier.number = later.reverted_number
  WHERE match(later.branch, '^revert-[0-9]+-')`;

/** GitHub and GitLab call such a change `Revert "title"`. */
const REVERTED_BY_TITLE = `
  SELECT
    later.repository AS repository,
    later.sha AS reverting,
    argMax(earlier.sha, (earlier.merged_at, earlier.number)) AS reverted
  FROM (
    SELECT *, extract(title, '^Revert "(.+)"$') AS reverted_title
    FROM (${MERGED})
    WHERE NOT match(branch, '^revert-[0-9]+-')
  ) AS later
  INNER JOIN (${MERGED}) AS earlier
    ON earlier.repository = later.repository AND earlier.title = later.reverted_title
  WHERE later.reverted_title != '' AND earlier.merged_at < later.merged_at
  GROUP BY later.repository, later.number, later.sha`;

/**
 * Deployments since a moment that brought a commit first which takes back one that an earlier
 * deployment of the same place had been the first to bring.
 */
export const readReverts = defineQuery({
  name: 'reverts',
  sql: `
    WITH pairs AS (
      SELECT repository, reverting, reverted FROM (${REVERTED_COMMITS})
      UNION DISTINCT
      SELECT repository, reverting, reverted FROM (${REVERTED_BY_NUMBER})
      UNION DISTINCT
      SELECT repository, reverting, reverted FROM (${REVERTED_BY_TITLE})
    )
    SELECT DISTINCT
      reverting.service AS service,
      reverting.environment AS environment,
      reverted.deployment_id AS revertedId,
      reverting.deployment_id AS revertingId
    FROM pairs AS pair
    INNER JOIN (
      SELECT * FROM first_shipments
      WHERE ${IN_SCOPE}
        AND shipped_at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
        AND (repository, sha) IN (SELECT repository, reverting FROM pairs)
    ) AS reverting ON reverting.repository = pair.repository AND reverting.sha = pair.reverting
    INNER JOIN (
      SELECT * FROM first_shipments
      WHERE ${IN_SCOPE} AND (repository, sha) IN (SELECT repository, reverted FROM pairs)
    ) AS reverted
      ON reverted.repository = pair.repository
      AND reverted.sha = pair.reverted
      AND reverted.service = reverting.service
      AND reverted.environment = reverting.environment
    WHERE reverted.earliest < reverting.earliest
    ORDER BY service, environment, revertedId, revertingId`,
  params: z.object({ ...scopeParams, from: z.int() }),
  row: z.object({
    service: z.string(),
    environment: z.string(),
    revertedId: z.string(),
    revertingId: z.string(),
  }),
});

/** Which of some commits are known, in whatever repository. */
export const readKnownShas = defineQuery({
  name: 'known-shas',
  sql: `SELECT DISTINCT sha FROM commits FINAL WHERE sha IN {shas:Array(String)}`,
  params: z.object({ shas: z.array(z.string()) }),
  row: z.object({ sha: z.string() }),
});
