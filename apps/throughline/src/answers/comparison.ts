import { z } from 'zod';

const known = z.number().nullable();

const changeSchema = z.object({
  verdict: z.enum(['higher', 'lower', 'no_clear_change', 'too_little_data']),
  measure: z
    .enum(['difference', 'ratio'])
    .describe('difference: of two shares, from -1 to 1; ratio: later over earlier.'),
  change: known,
  low: known,
  high: known.describe('low to high is the 95 % interval of the change.'),
});

const memberSchema = z.object({
  name: z.string().nullable(),
  rate: z.number().describe('What its own rate did to the whole.'),
  mix: z.number().describe('What its greater or smaller part in the whole did to it.'),
});

const mixedChangeSchema = changeSchema.extend({ members: z.array(memberSchema).optional() });

/** How a row of `GET /v1/metrics` differs from the one of equal length before it. */
export const comparisonSchema = z.object({
  start: z.string(),
  end: z.string(),
  deploymentFrequency: changeSchema,
  changeLeadTime: changeSchema,
  changeFailRate: mixedChangeSchema,
  recoveryTime: changeSchema.nullable(),
  reworkRate: mixedChangeSchema.nullable(),
  timeToRestore: changeSchema,
});

export type Change = z.output<typeof changeSchema>;
export type MixMember = z.output<typeof memberSchema>;
export type Comparison = z.output<typeof comparisonSchema>;
