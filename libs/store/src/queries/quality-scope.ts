import { z } from 'zod';
import { IN_SCOPE, scopeParams } from './scope.js';
import { OF_REPOSITORIES, repositoryParams } from './shipped-commits.js';

/** A window, and what is asked for in it. */
export const qualityScopeParams = {
  ...scopeParams,
  ...repositoryParams,
  from: z.int(),
  to: z.int(),
};

/** Whether the moment of a column lies in the window. */
export const inWindow = (column: string) => `
  ${column} >= fromUnixTimestamp64Milli({from:Int64}, 'UTC')
  AND ${column} < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

/**
 * On the column `repository`: whether it is asked for. What names no service is a service's if
 * anything of its repository was shipped by it.
 */
export const IN_REPOSITORIES = `
  ${OF_REPOSITORIES}
  AND (
    {everyService:Bool}
    OR repository IN (SELECT repository FROM first_shipments WHERE ${IN_SCOPE})
  )`;
