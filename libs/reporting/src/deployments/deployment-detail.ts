import { z } from 'zod';
import { deploymentItemSchema } from './deployment-item.js';

const text = z.string().nullable();
const time = z.iso.datetime().nullable();

const address = z.object({ service: z.string(), environment: z.string(), id: z.string() });

const incident = z.object({
  source: z.string(),
  id: z.string(),
  title: text,
  severity: text,
  openedAt: z.iso.datetime(),
  resolvedAt: time,
  url: text,
});

const ground = { rule: z.string(), confidence: z.number() };

/** A deployment as `GET /v1/deployments/{service}/{environment}/{id}` shows it: everything that is known of it. */
export const deploymentDetailSchema = deploymentItemSchema.extend({
  source: z.string().describe('Who said so.'),
  updatedAt: z.iso.datetime().describe('When what is said here was true.'),
  artifact: text.describe('What was deployed: an image reference or a package URL.'),
  artifacts: z
    .array(z.object({ artifact: z.string(), repository: text, sha: text }))
    .describe(
      'Every artifact that it names, and the commit of its build; null where none is known.',
    ),
  alsoBrought: z
    .array(z.object({ repository: z.string(), sha: z.string() }))
    .describe('Commits that went out with it, of other repositories.'),
  labels: z.array(z.string()),
  unplanned: z.boolean().nullable().describe('As it was said; null where nobody said.'),
  changeFailure: z
    .boolean()
    .nullable()
    .describe(
      'Whether it failed its users, as the deployment itself says; null where it does not.',
    ),
  fixes: z
    .array(z.string())
    .describe('The ids of incidents or deployments that it says it fixes or rolls back.'),
  incidents: z
    .array(
      incident.extend({
        ...ground,
        believed: z
          .boolean()
          .describe(
            'false where the definition, or a person’s verdict, does not believe the rule.',
          ),
      }),
    )
    .describe('The incidents that go back to it, by the surest rule that says so; earliest first.'),
  fixed: z
    .object({ deployments: z.array(address.extend(ground)), incidents: z.array(incident) })
    .describe(
      'The failed deployments that it was to mend, and the incidents that it names in `fixes`.',
    ),
  recoveredBy: z
    .object({ deployment: address })
    .or(z.object({ incident: z.object({ source: z.string(), id: z.string() }) }))
    .nullable()
    .describe('What ended the failure: another deployment, or that an incident was resolved.'),
  previous: text.describe('The id of the deployment before it of this service and environment.'),
  next: text.describe('The id of the one after it.'),
});

export type DeploymentDetail = z.infer<typeof deploymentDetailSchema>;
