import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count } from './columns.js';
import { findingPageParams, findingRow, pageOfFindings } from './quality-findings.js';
import { IN_REPOSITORIES, inWindow, qualityScopeParams } from './quality-scope.js';
import { IN_SCOPE } from './scope.js';

/** The commits whose parents matter to the window: written in it, or shipped in it. */
const CONSIDERED = `
  SELECT repository, sha, parents, missing_before, authored_at
  FROM commits FINAL
  WHERE ${IN_REPOSITORIES}
    AND (
      (${inWindow('authored_at')})
      OR (repository, sha) IN (
        SELECT repository, sha FROM first_shipments
        WHERE ${IN_SCOPE} AND repository != '' AND ${inWindow('shipped_at')}
      )
    )`;

/**
 * Those with parents that are not known. `gap`: the first commit of the repository is known, so the
 * history does not merely begin late.
 */
const CUT_OFF = `
  SELECT
    repository,
    sha,
    any(authored_at) AS authored_at,
    arraySort(groupUniqArray(parent)) AS missing,
    repository IN (SELECT repository FROM commits FINAL WHERE empty(parents)) AS gap
  FROM (
    SELECT repository, sha, authored_at, arrayJoin(parents) AS parent FROM (${CONSIDERED})
  )
  WHERE (repository, parent) NOT IN (SELECT repository, sha FROM commits FINAL)
  GROUP BY repository, sha`;

/** How many histories are cut off, and among how many commits. */
export const readCutOffCounts = defineQuery({
  name: 'cut-off-counts',
  sql: `
    SELECT
      countIf(gap) AS gaps,
      countIf(NOT gap) AS boundaries,
      (SELECT (count(), countIf(missing_before > 0)) FROM (${CONSIDERED})) AS counted,
      counted.1 AS commits,
      counted.2 AS incomplete
    FROM (${CUT_OFF})`,
  params: z.object(qualityScopeParams),
  row: z.object({ gaps: count, boundaries: count, commits: count, incomplete: count }),
});

/** The commits with parents that are not known: by when they were written. */
export const readCutOffCommits = defineQuery({
  name: 'cut-off-commits',
  sql: pageOfFindings(`
    SELECT
      toUnixTimestamp64Milli(authored_at) AS at,
      'commit' AS thing,
      CAST([], 'Array(String)') AS services,
      '' AS environment,
      repository,
      '' AS source,
      sha AS id,
      missing,
      '' AS note,
      CAST(NULL, 'Nullable(Int64)') AS other
    FROM (${CUT_OFF})
    WHERE gap = {gap:Bool}`),
  params: z.object({ ...qualityScopeParams, ...findingPageParams, gap: z.boolean() }),
  row: findingRow,
});

/** The commits before which a push brought others that it did not carry: by when they were written. */
export const readIncompletePushes = defineQuery({
  name: 'incomplete-pushes',
  sql: pageOfFindings(`
    SELECT
      toUnixTimestamp64Milli(authored_at) AS at,
      'commit' AS thing,
      CAST([], 'Array(String)') AS services,
      '' AS environment,
      repository,
      '' AS source,
      sha AS id,
      CAST([], 'Array(String)') AS missing,
      toString(missing_before) AS note,
      CAST(NULL, 'Nullable(Int64)') AS other
    FROM (${CONSIDERED})
    WHERE missing_before > 0`),
  params: z.object({ ...qualityScopeParams, ...findingPageParams }),
  row: findingRow,
});
