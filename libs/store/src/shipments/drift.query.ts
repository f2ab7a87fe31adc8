import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { count } from '../queries/columns.js';
import { broughtBy } from './brought-commits.js';

/**
 * How many commits of a place hold another value than they should. The values are the least
 * solution of one equation: what a commit holds is the earliest of what was deployed at it and of
 * what its children hold. So it is enough to work out the right-hand side from what is stored and
 * compare; no history has to be walked.
 */
export const countDrift = defineQuery({
  name: 'shipment-drift',
  sql: `
    WITH
      held AS (
        SELECT repository, sha, earliest
        FROM first_shipments
        WHERE service = {service:String} AND environment = {environment:String}
      ),
      deployed AS (
        SELECT repository, sha, tuple(assumeNotNull(finished_at), id) AS shipment
        FROM (${broughtBy(`
          SELECT *
          FROM deployments FINAL
          WHERE service = {service:String}
            AND environment = {environment:String}
            AND status = 'succeeded'
            AND isNotNull(finished_at)`)})
      )
    SELECT count() AS commits
    FROM (
      SELECT
        repository,
        sha,
        countIf(is_held) AS held_values,
        countIf(NOT is_held) AS due_values,
        minIf(value, is_held) AS held_value,
        minIf(value, NOT is_held) AS due_value
      FROM (
        SELECT repository, sha, (earliest.1, earliest.2) AS value, true AS is_held
        FROM held
        UNION ALL
        SELECT repository, sha, shipment AS value, false AS is_held
        FROM deployed
        UNION ALL
        SELECT commit.repository AS repository, deployed.sha AS sha, shipment AS value, false AS is_held
        FROM deployed
        INNER JOIN (SELECT repository, sha FROM commits FINAL) AS commit
          ON commit.sha = deployed.sha
        WHERE deployed.repository = ''
        UNION ALL
        SELECT
          held.repository AS repository,
          arrayJoin(commit.parents) AS sha,
          (held.earliest.1, held.earliest.2) AS value,
          false AS is_held
        FROM held
        INNER JOIN (SELECT repository, sha, parents FROM commits FINAL) AS commit
          ON commit.repository = held.repository AND commit.sha = held.sha
      )
      GROUP BY repository, sha
    )
    WHERE held_values = 0 OR due_values = 0 OR held_value != due_value`,
  params: z.object({ service: z.string(), environment: z.string() }),
  row: z.object({ commits: count }),
});
