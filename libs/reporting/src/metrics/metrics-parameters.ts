import { INTERVALS, METRIC_NAMES } from '@throughline/dora';
import { z } from 'zod';
import { csvParameters } from '../csv/csv-parameters.js';
import { definitionParameter } from '../definitions/definition-parameter.js';
import { commaSeparated, scopeParameters } from '../scope/scope-parameters.js';
import { windowParameters } from '../scope/window-parameters.js';

export const GROUPINGS = ['none', 'service', 'team', 'repository', 'environment'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** What rows may be compared with. */
const COMPARE = ['none', 'previous'] as const;

/** The parameters that say which rows an answer has. */
export const rowParameters = {
  ...windowParameters,
  ...scopeParameters,
  groupBy: z.enum(GROUPINGS).default('none').meta({ description: 'One row for each of these.' }),
  definition: definitionParameter,
};

/** The question of `GET /v1/metrics`. */
export const metricsParameters = z.strictObject({
  ...rowParameters,
  interval: z
    .enum(INTERVALS)
    .default('none')
    .meta({ description: 'One row a period of this length.' }),
  metrics: commaSeparated
    .pipe(z.array(z.enum(METRIC_NAMES)).min(1, 'names nothing'))
    .transform((names) => METRIC_NAMES.filter((name) => names.includes(name)))
    .default([...METRIC_NAMES])
    .meta({
      description: `A comma-separated list: rows hold these only, and only what they are made of is read; a group that would have its row from something else alone has none. Default: all of ${METRIC_NAMES.join(', ')}.`,
      type: 'string',
    }),
  compare: z.enum(COMPARE).default('none').meta({
    description:
      '`previous`: each row says how it differs from the one before it (of equal length), as far as chance allows.',
  }),
  members: z.enum(GROUPINGS).default('none').meta({
    description:
      'With `compare=previous`: how much of a change of a rate came from each of these, and how much from their mix.',
  }),
  quickCheck: z.stringbool({ error: 'must be true or false' }).default(false).meta({
    type: 'boolean',
    description: 'Score each row by the formula of DORA’s Quick Check, for reference.',
  }),
  levels: z.string().max(50).optional().meta({
    description:
      'An edition of published clusters (such as `dora-2024`) to place each metric among, for reference.',
  }),
  ...csvParameters,
});

export type MetricsQuestion = z.output<typeof metricsParameters>;
