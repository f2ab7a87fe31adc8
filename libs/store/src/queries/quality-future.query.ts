import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count } from './columns.js';
import { findingPageParams, findingRow, pageOfFindings } from './quality-findings.js';
import { IN_REPOSITORIES } from './quality-scope.js';
import { IN_SCOPE, scopeParams } from './scope.js';
import { repositoryParams } from './shipped-commits.js';

interface Dated {
  readonly thing: string;
  readonly table: string;
  readonly condition: string;
  /** Its moments, as columns. */
  readonly moments: readonly string[];
  readonly columns: string;
}

const IN_PLACES = `(${IN_SCOPE})`;

const DATED: readonly Dated[] = [
  {
    thing: 'commit',
    table: 'commits',
    condition: IN_REPOSITORIES,
    moments: ['authored_at', 'committed_at'],
    columns: `CAST([], 'Array(String)') AS services, '' AS environment, toString(repository) AS repository, '' AS source, sha AS id`,
  },
  {
    thing: 'change',
    table: 'changes',
    condition: IN_REPOSITORIES,
    moments: ['opened_at', 'first_review_at', 'merged_at', 'closed_at'],
    columns: `CAST([], 'Array(String)') AS services, '' AS environment, toString(repository) AS repository, '' AS source, toString(number) AS id`,
  },
  {
    thing: 'deployment',
    table: 'deployments',
    condition: IN_PLACES,
    moments: ['started_at', 'finished_at'],
    columns: `[toString(service)] AS services, toString(environment) AS environment, toString(repository) AS repository, '' AS source, id`,
  },
  {
    thing: 'incident',
    table: 'incidents',
    condition: `
      (environment = '' OR environment IN {environments:Array(String)})
      AND ({everyService:Bool} OR hasAny(services, {services:Array(String)}))`,
    moments: ['opened_at', 'resolved_at'],
    columns: `services, toString(environment) AS environment, '' AS repository, toString(source) AS source, id`,
  },
];

const IN_FUTURE = DATED.map(({ thing, table, condition, moments, columns }) => {
  const latest = `greatest(${moments.map((moment) => `ifNull(toUnixTimestamp64Milli(${moment}), 0)`).join(', ')})`;
  return `
    SELECT
      ${latest} AS at,
      '${thing}' AS thing,
      ${columns},
      CAST([], 'Array(String)') AS missing,
      '' AS note,
      CAST(NULL, 'Nullable(Int64)') AS other
    FROM ${table} FINAL
    WHERE at > {now:Int64} AND ${condition}`;
}).join(' UNION ALL ');

const params = { ...scopeParams, ...repositoryParams, now: z.int() };

/** How much has a moment that has not come yet. */
export const readFutureCount = defineQuery({
  name: 'future-count',
  sql: `SELECT count() AS things FROM (${IN_FUTURE})`,
  params: z.object(params),
  row: z.object({ things: count }),
});

/** What has a moment that has not come yet: by the latest one. */
export const readFuture = defineQuery({
  name: 'future',
  sql: pageOfFindings(IN_FUTURE),
  params: z.object({ ...params, ...findingPageParams }),
  row: findingRow,
});
