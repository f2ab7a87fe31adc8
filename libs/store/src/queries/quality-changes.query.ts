import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { touchedBy } from './change-commits.js';
import { count, instant, optionalInstant } from './columns.js';
import { withReviews } from './reviewed-changes.js';
import { IN_REPOSITORIES, inWindow, qualityScopeParams } from './quality-scope.js';

/** The changes merged in the window, with what their stages are made of. */
export const readChangeMoments = defineQuery({
  name: 'change-moments',
  sql: `
    WITH merged AS (${withReviews(`
      SELECT *
      FROM changes FINAL
      WHERE isNotNull(merged_at) AND ${inWindow('merged_at')} AND ${IN_REPOSITORIES}`)}
    )
    SELECT
      repository,
      number,
      toUnixTimestamp64Milli(opened_at) AS openedAt,
      toUnixTimestamp64Milli(first_review_at) AS firstReviewAt,
      toUnixTimestamp64Milli(assumeNotNull(merged_at)) AS mergedAt,
      touched.is_begun AS begun
    FROM merged
    LEFT JOIN (${touchedBy('merged')}) AS touched USING (repository, number)`,
  params: z.object(qualityScopeParams),
  row: z.object({
    repository: z.string(),
    number: count,
    openedAt: instant,
    firstReviewAt: optionalInstant,
    mergedAt: instant,
    begun: z.coerce.boolean(),
  }),
});
