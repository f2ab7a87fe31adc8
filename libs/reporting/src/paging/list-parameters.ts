import { z } from 'zod';
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

export type ListQuestion = z.output<typeof listParameters>;
