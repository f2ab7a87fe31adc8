import { z } from 'zod';
import { plainName, toggle } from '../values.js';

// Which of what a source tells is a deployment or an incident. What the properties mean is said in
// docs/sources/mapping.md; a test in the ingestor holds them to those that the sources tell.

const GAPS = ['service', 'environment'];

/** A name with `*` and, where it is to be read from, `{service}` or `{environment}`. */
const pattern = z
  .string()
  .min(1)
  .max(500)
  .superRefine((text, context) => {
    for (const [gap, name = ''] of text.matchAll(/\{([^{}]*)\}/g)) {
      if (GAPS.includes(name)) continue;
      context.addIssue({
        code: 'custom',
        message: `has the gap ${gap}, and only {service} and {environment} can be read from a name`,
      });
    }
  });

/** One, or a list of them: not a union, whose faults would not say what is wrong with the one. */
function oneOrMore<Schema extends z.ZodType>(schema: Schema) {
  const list = z.array(schema).min(1, 'is empty').max(100);
  return z.preprocess((value) => (typeof value === 'string' ? [value] : value), list).optional();
}

const patterns = oneOrMore(pattern);

const services = oneOrMore(plainName);

/** One of these by name: `workflow: [deploy, "release *"]`. */
function conditions<Property extends string>(properties: readonly Property[]) {
  const shape = Object.fromEntries(properties.map((property) => [property, patterns]));
  return z.strictObject(shape as Record<Property, typeof patterns>).default({} as never);
}

export const deploymentRule = z
  .strictObject({
    when: conditions([
      'repository',
      'project',
      'workflow',
      'job',
      'stage',
      'branch',
      'tag',
      'environment',
      'service',
      'trigger',
    ]),
    service: services,
    environment: plainName.optional(),
    kind: z.enum(['deploy', 'rollback', 'hotfix']).optional(),
    ignore: toggle.default(false),
  })
  .superRefine(requireSense);

export const incidentRule = z
  .strictObject({
    when: conditions([
      'label',
      'severity',
      'priority',
      'urgency',
      'type',
      'team',
      'service',
      'project',
      'repository',
      'environment',
      'title',
    ]),
    service: services,
    environment: plainName.optional(),
    severity: plainName.optional(),
    ignore: toggle.default(false),
  })
  .superRefine(requireSense);

/** A rule that ignores what it finds has nothing to say of it. */
function requireSense(
  rule: Readonly<Record<string, unknown>> & { readonly ignore: boolean },
  context: z.core.$RefinementCtx,
): void {
  if (!rule.ignore) return;
  for (const field of ['service', 'environment', 'kind', 'severity']) {
    if (rule[field] === undefined) continue;
    context.addIssue({
      code: 'custom',
      path: [field],
      message: 'is said of what the rule ignores: remove it, or `ignore: true`',
    });
  }
}
