import { INTERVALS } from '@throughline/dora';
import { z } from 'zod';
import { definitionParameter } from '../definitions/definition-parameter.js';
import { scopeParameters } from '../scope/scope-parameters.js';
import { windowParameters } from '../scope/window-parameters.js';

export const GROUPINGS = ['none', 'service', 'team', 'repository', 'environment'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** The question of `GET /v1/metrics`. */
export const metricsParameters = z.strictObject({
  ...windowParameters,
  ...scopeParameters,
  interval: z
    .enum(INTERVALS)
    .default('none')
    .meta({ description: 'One row a period of this length.' }),
  groupBy: z.enum(GROUPINGS).default('none').meta({ description: 'One row for each of these.' }),
  definition: definitionParameter,
  format: z.enum(['json', 'csv']).default('json'),
});

export type MetricsQuestion = z.output<typeof metricsParameters>;
