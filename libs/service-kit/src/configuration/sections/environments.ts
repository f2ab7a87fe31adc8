import { z } from 'zod';
import { plainName } from '../values.js';
import { defineSection } from './section.js';

/** What counts as production unless the file says otherwise. */
export const DEFAULT_PRODUCTION = ['production', 'prod', 'live'];

/**
 * Classes of environments: which names events use for what is one kind of place to a team.
 * `production` always exists; it is what metrics are about when nobody asks for anything else.
 */
export const environmentsSection = defineSection({
  schema: z
    .record(plainName, z.array(plainName).min(1))
    .default({})
    .transform((classes) => ({ production: DEFAULT_PRODUCTION, ...classes }))
    .superRefine((classes, context) => {
      const classOf = new Map<string, string>();
      for (const [name, members] of Object.entries(classes)) {
        for (const [index, member] of members.entries()) {
          const other = classOf.get(member);
          if (other !== undefined) {
            context.addIssue({
              code: 'custom',
              path: [name, index],
              message: `"${member}" is already part of ${other}: an environment belongs to one class`,
            });
          }
          classOf.set(member, name);
        }
      }
    }),
  describe: (classes) =>
    Object.entries(classes).map(
      ([name, members]) => `Environments called ${members.join(', ')} are ${name}.`,
    ),
});
