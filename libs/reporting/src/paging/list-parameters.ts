import { z } from 'zod';
import { exportParameters } from '../csv/csv-parameters.js';
import { definitionParameter } from '../definitions/definition-parameter.js';
import { pagingParameters } from './paging.js';
import { scopeParameters } from '../scope/scope-parameters.js';
import { windowParameters } from '../scope/window-parameters.js';

/** The question of every list that goes by time and scope. */
export const listParameters = z.strictObject({
  ...windowParameters,
  ...scopeParameters,
  ...pagingParameters,
  definition: definitionParameter,
});

/** The question of a list that is answered as CSV too. */
export const exportedListParameters = listParameters.extend(exportParameters);

export type ListQuestion = z.output<typeof listParameters>;
