import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count } from './columns.js';
import { findingPageParams, findingRow, pageOfFindings } from './quality-findings.js';
import { inWindow, qualityScopeParams } from './quality-scope.js';
import { IN_SCOPE } from './scope.js';
import { OF_REPOSITORIES, OF_SERVICE, pathParams } from './shipped-commits.js';
import { ofTeams, teamParams } from './teams.js';

/** Commits whose repository no deployment named, and that have become known under theirs. */
const KNOWN_SINCE = `
  SELECT sha
  FROM commits FINAL
  WHERE sha IN (SELECT sha FROM first_shipments WHERE repository = '')`;

/** Every commit that was shipped in the window, known or not, once a place. */
const SHIPPED = `
  SELECT
    shipped.service AS service,
    shipped.environment AS environment,
    shipped.repository AS repository,
    shipped.sha AS sha,
    toUnixTimestamp64Milli(shipped.shipped_at) AS shipped,
    commit.is_known AS is_known,
    toUnixTimestamp64Milli(commit.authored_at) AS authored,
    commit.paths AS paths
  FROM (
    SELECT service, environment, repository, sha, shipped_at
    FROM first_shipments
    WHERE ${IN_SCOPE} AND ${OF_REPOSITORIES} AND ${inWindow('shipped_at')}
      AND (repository != '' OR sha NOT IN (${KNOWN_SINCE}))
  ) AS shipped
  LEFT JOIN (
    SELECT repository, sha, authored_at, paths, true AS is_known FROM commits FINAL
  ) AS commit ON commit.repository = shipped.repository AND commit.sha = shipped.sha
  WHERE (${OF_SERVICE}) AND ${ofTeams('service', 'shipped')}`;

/** What can be wrong with one. */
const KINDS = ['unknown', 'written_after'] as const;

const IS: Readonly<Record<(typeof KINDS)[number], string>> = {
  unknown: 'NOT is_known',
  written_after: 'is_known AND authored > shipped',
};

const params = { ...qualityScopeParams, ...pathParams, ...teamParams };

/** How many commits were shipped, and what is wrong with how many of them. */
export const readDoubtfulShipmentCounts = defineQuery({
  name: 'doubtful-shipment-counts',
  sql: `
    SELECT
      count() AS commits,
      countIf(is_known) AS known,
      countIf(${IS.unknown}) AS unknown,
      countIf(${IS.written_after}) AS writtenAfter
    FROM (${SHIPPED})`,
  params: z.object(params),
  row: z.object({ commits: count, known: count, unknown: count, writtenAfter: count }),
});

/** The same, commit by commit: by when they were shipped. */
export const readDoubtfulShipments = defineQuery({
  name: 'doubtful-shipments',
  sql: pageOfFindings(`
    SELECT
      shipped AS at,
      'commit' AS thing,
      [toString(service)] AS services,
      environment,
      repository,
      '' AS source,
      sha AS id,
      CAST([], 'Array(String)') AS missing,
      '' AS note,
      if(is_known, authored, NULL) AS other
    FROM (${SHIPPED})
    WHERE if({kind:String} = 'unknown', ${IS.unknown}, ${IS.written_after})`),
  params: z.object({ ...params, ...findingPageParams, kind: z.enum(KINDS) }),
  row: findingRow,
});
