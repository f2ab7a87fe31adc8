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

/** Which of some commits are known, in whatever repository. */
export const readKnownShas = defineQuery({
  name: 'known-shas',
  sql: `SELECT DISTINCT sha FROM commits FINAL WHERE sha IN {shas:Array(String)}`,
  params: z.object({ shas: z.array(z.string()) }),
  row: z.object({ sha: z.string() }),
});
