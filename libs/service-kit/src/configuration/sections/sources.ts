import { z } from 'zod';
import { toggle } from '../values.js';
import { defineSection } from './section.js';
import { expression, signature } from './generic-source.js';
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
    /** Of a source of one's own: what its webhooks mean. */
    events: expression.optional(),
    /** Of a source of one's own: how it signs; left out, it shows the secret itself. */
    signature: signature.optional(),
  })
  .superRefine(({ events, signature: signed, deployments, incidents }, context) => {
    const refuse = (key: string, message: string) => {
      context.addIssue({ code: 'custom', path: [key], message });
    };
    if (signed !== undefined && events === undefined) {
      refuse('signature', 'is for a source of your own, which has `events` too: remove it');
    }
    for (const [key, rules] of Object.entries({ deployments, incidents })) {
      if (events === undefined || rules.length === 0) continue;
      refuse(key, 'is for the sources that are read here; `events` itself says what is what');
    }
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
      ...(source.events === undefined ? [] : [describeExpression(name)]),
      ...source.deployments.map((rule) => describeDeploymentRule(name, rule)),
      ...source.incidents.map((rule) => describeIncidentRule(name, rule)),
    ]);
  },
});

function describeExpression(name: string): string {
  return `What ${name} sends becomes what its expression makes of it.`;
}

function describeProof(name: string, { secrets, unsigned }: z.output<typeof source>): string {
  if (unsigned) {
    return `Webhooks of ${name} are accepted from anyone: they are not verified.`;
  }
  if (secrets.length === 0) {
    return `Webhooks of ${name} are refused: it has neither a secret nor \`unsigned: true\`.`;
  }
  return `Webhooks of ${name} are verified with ${secrets.length === 1 ? 'one secret' : 'either of two secrets'}.`;
}
