import { IN_SCOPE } from './scope.js';

/**
 * The places that each repository is shipped to. Whether there is a value is asked, not which: rows
 * that are still to be merged say it too, so nothing is merged for it.
 */
export const PLACES_OF_REPOSITORIES = `
  SELECT repository, service, environment
  FROM (
    SELECT DISTINCT repository, service, environment, generation
    FROM shipments
    WHERE ${IN_SCOPE} AND repository != ''
  )
  WHERE (service, environment, generation) IN (
    SELECT service, environment, max(generation)
    FROM shipment_generations
    GROUP BY service, environment
  )`;
