import { z } from 'zod';
import { defineQuery } from '../engine/query.js';

/**
 * The places that something may be about which names a deployment, a commit, a version or an incident
 * and no place: where there is a deployment of that name, and where an incident of that name happened.
 */
export const readPlacesOfNames = defineQuery({
  name: 'places-of-names',
  sql: `
    SELECT service, environment
    FROM deployments FINAL
    WHERE id IN {ids:Array(String)}
       OR sha IN {shas:Array(String)}
       OR version IN {versions:Array(String)}
    UNION DISTINCT
    SELECT service, environment
    FROM first_shipments
    WHERE sha IN {shas:Array(String)}
    UNION DISTINCT
    SELECT
      arrayJoin(services) AS service,
      arrayJoin(if(environment = '', {production:Array(String)}, [toString(environment)])) AS environment
    FROM incidents FINAL
    WHERE id IN {ids:Array(String)}`,
  params: z.object({
    ids: z.array(z.string()),
    shas: z.array(z.string()),
    versions: z.array(z.string()),
    production: z.array(z.string()),
  }),
  row: z.object({ service: z.string(), environment: z.string() }),
});
