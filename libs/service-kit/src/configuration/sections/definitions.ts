import { z } from 'zod';
import { duration, plainName, share, toggle } from '../values.js';
import { defineSection } from './section.js';

/** The rules that can show a deployment to have failed, as a definition may list them. */
const FAILURE_RULES = [
  'verdict',
  'status',
  'named_cause',
  'named_fix',
  'sha_match',
  'version_match',
  'rollback',
  'redeploy',
  'revert',
  'hotfix',
  'window',
] as const;

const failure = z.strictObject({
  /** Which rules are believed. Default: those of the definition that is extended. */
  rules: z.array(z.enum(FAILURE_RULES)).optional(),
  /** From 0 to 1: only rules that are at least as sure. */
  minimumConfidence: share.optional(),
  /** How long after a deployment an incident of its service may be laid at its door. */
  window: duration.optional(),
  /** The same for single services, by name. */
  windowOf: z.record(plainName, duration).optional(),
  /** Of V1, V2, V3 and V1 again: V2, or V3. */
  rollbackBlames: z.enum(['first_after_target', 'last_before_rollback']).optional(),
  /** Leave deployments that went back to an older release out of the change fail rate. */
  withoutRollbacks: toggle.optional(),
});

const definition = z.strictObject({
  /** The definition that it starts from. */
  extends: z.enum(['dora', 'devlake', 'datadog', 'gitlab', 'fourkeys']),
  title: plainName.optional(),
  leadTime: z
    .strictObject({
      from: z.enum(['authored', 'committed']).optional(),
      /** Whether merge commits carry a lead time. */
      mergeCommits: toggle.optional(),
    })
    .optional(),
  failure: failure.optional(),
  rework: z
    .strictObject({ signs: z.array(z.enum(['unplanned', 'kind', 'names_fix'])).optional() })
    .optional(),
});

const BUILT_IN = new Set(['dora', 'devlake', 'datadog', 'gitlab', 'fourkeys']);

/** Definitions of the metrics of one's own, by the name that questions use. */
export const definitionsSection = defineSection({
  schema: z
    .record(plainName, definition)
    .default({})
    .superRefine((definitions, context) => {
      for (const name of Object.keys(definitions)) {
        if (!BUILT_IN.has(name)) continue;
        context.addIssue({
          code: 'custom',
          path: [name],
          message: `is a definition that comes with the platform: give your own another name`,
        });
      }
    }),
  describe: (definitions) =>
    Object.entries(definitions).map(
      ([name, { extends: base }]) => `Metrics can be asked for as ${name}, which extends ${base}.`,
    ),
});
