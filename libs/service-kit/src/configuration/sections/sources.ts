import { z } from 'zod';
import { toggle } from '../values.js';
import { defineSection } from './section.js';
import { describeDeploymentRule, describeIncidentRule } from './describe-source-rules.js';
import { deploymentRule, incidentRule } from './source-rules.js';

const source = z
  .strictObject({
    /** The provider's signing secrets; two while one replaces the other. */
    secrets: z.array(z.string().min(1)).max(2, 'takes up to two secrets').default([]),
    /** Whether webhooks are taken without any proof of who sent them. */
    unsigned: toggle.default(false),
    /** Which of its runs deploy what to where; the first that fits decides. */
    deployments: z.array(deploymentRule).max(200).default([]),
    /** Which of what it tells is an incident, of which services. */
    incidents: z.array(incidentRule).max(200).default([]),
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
    return entries.flatMap(([name, source]) => [
      describeProof(name, source),
      ...source.deployments.map((rule) => describeDeploymentRule(name, rule)),
      ...source.incidents.map((rule) => describeIncidentRule(name, rule)),
    ]);
  },
});

function describeProof(name: string, { secrets, unsigned }: z.output<typeof source>): string {
  if (unsigned) {
    return `Webhooks of ${name} are accepted from anyone: they are not verified.`;
  }
  if (secrets.length === 0) {
    return `Webhooks of ${name} are refused: it has neither a secret nor \`unsigned: true\`.`;
  }
  return `Webhooks of ${name} are verified with ${secrets.length === 1 ? 'one secret' : 'either of two secrets'}.`;
}
