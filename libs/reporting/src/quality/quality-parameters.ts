import { z } from 'zod';
import { definitionParameter } from '../definitions/definition-parameter.js';
import { scopeParameters } from '../scope/scope-parameters.js';
import { windowParameters } from '../scope/window-parameters.js';

/** The question of `GET /v1/quality`. */
export const qualityParameters = z.strictObject({
  ...windowParameters,
  ...scopeParameters,
  definition: definitionParameter,
});

export type QualityQuestion = z.output<typeof qualityParameters>;
