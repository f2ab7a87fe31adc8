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

/** The definitions that come with the platform, which one's own may extend. */
const BUILT_IN = ['dora', 'devlake', 'datadog', 'gitlab', 'fourkeys'] as const;

/** Those in which no clock of a commit runs. */
const TIMES_CHANGES: ReadonlySet<string> = new Set(['devlake', 'gitlab']);

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
  extends: z.enum(BUILT_IN),
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

type OwnDefinition = z.output<typeof definition>;

/** Definitions of the metrics of one's own, by the name that questions use. */
export const definitionsSection = defineSection({
  schema: z
    .record(plainName, definition)
    .default({})
    .superRefine((definitions, context) => {
      for (const [name, own] of Object.entries(definitions)) {
        if (BUILT_IN.some((builtIn) => builtIn === name)) {
          context.addIssue({
            code: 'custom',
            path: [name],
            message: `is a definition that comes with the platform: give your own another name`,
          });
        }
        if (own.leadTime !== undefined && TIMES_CHANGES.has(own.extends)) {
          context.addIssue({
            code: 'custom',
            path: [name, 'leadTime'],
            message: `says nothing to ${own.extends}, which times changes and not commits: leave it out`,
          });
        }
      }
    }),
  describe: (definitions) => Object.entries(definitions).map(describeOne),
});

function describeOne([name, { extends: base, title: _, ...parts }]: [string, OwnDefinition]) {
  const different = Object.entries(parts).flatMap(([part, settings]) =>
    Object.keys(settings).map((setting) => `${part}.${setting}`),
  );
  const how =
    different.length === 0 ? `${base} by another name` : `${base} but for ${different.join(', ')}`;
  return `Metrics can be asked for as ${name}: ${how}.`;
}
