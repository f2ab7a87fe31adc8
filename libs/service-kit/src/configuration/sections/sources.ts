import { z } from 'zod';
import { toggle } from '../values.js';
import { defineSection } from './section.js';

const source = z
  .strictObject({
    /** The provider's signing secrets; two while one replaces the other. */
    secrets: z.array(z.string().min(1)).max(2, 'takes up to two secrets').default([]),
    /** Whether webhooks are taken without any proof of who sent them. */
    unsigned: toggle.default(false),
  })
  .refine(({ secrets, unsigned }) => !unsigned || secrets.length === 0, {
    path: ['unsigned'],
    message: 'is true although there are secrets: remove one of the two',
  });

/** Whose webhooks are accepted, by the name of the source in `/v1/webhooks/{source}`. */
export const sourcesSection = defineSection({
  schema: z.record(z.string(), source).default({}),
  describe: (sources) => {
    const entries = Object.entries(sources);
    if (entries.length === 0) return ['No webhooks are accepted: no source is configured.'];
    return entries.map(([name, { secrets, unsigned }]) => {
      if (unsigned) {
        return `Webhooks of ${name} are accepted from anyone: they are not verified.`;
      }
      if (secrets.length === 0) {
        return `Webhooks of ${name} are refused: it has neither a secret nor \`unsigned: true\`.`;
      }
      return `Webhooks of ${name} are verified with ${secrets.length === 1 ? 'one secret' : 'either of two secrets'}.`;
    });
  },
});
