import { REVIEW_STATES } from '@throughline/events';
import { z } from 'zod';

/**
 * A field of somebody's `customData` may have our name and another meaning: what is not as we say is
 * taken as not there, and never costs the event.
 */
const told = <Schema extends z.ZodType>(schema: Schema) =>
  schema.optional().catch(undefined as never);

const text = z.string().min(1);
const time = z.union([z.string(), z.number()]);

/** How CDEvents call the end of a run (pipelinerun.finished, since 0.1). */
export const OUTCOMES = ['success', 'failure', 'error', 'cancel'] as const;

/**
 * What CDEvents have no place for and delivery metrics need, by the names it has in `customData`.
 * docs/schemas/cdevents-custom-data.schema.json is made of it.
 */
const customDataProfile = z.object({
  commitSha: told(
    text.describe('The commit that was deployed, built or merged: 40 or 64 hexadecimal digits.'),
  ),
  repositoryUrl: told(text.describe('Where the commit lives: an address or `owner/name`.')),
  branch: told(text.describe('What a pipeline or a task ran for.')),
  version: told(text.describe('What people call what was deployed.')),
  service: told(text.describe('The service that a pipeline or a task is about.')),
  environment: told(text.describe('Where a pipeline or a task deploys to.')),
  deploymentId: told(
    text.describe(
      'One for the start and the end of a deployment. Default: the id of a run, of the event otherwise.',
    ),
  ),
  startedAt: told(time.describe('When the deployment or the run began.')),
  outcome: told(z.enum(OUTCOMES).describe('How a deployment ended. Default: success.')),
  fixes: told(z.array(text).describe('The incidents and deployments that a deployment fixes.')),
  openedAt: told(
    time.describe(
      'When an incident began, or a change was opened. Without it only the event that opens one can be read.',
    ),
  ),
  severity: told(text.describe('Of an incident.')),
  reviewState: told(
    z
      .enum(REVIEW_STATES)
      .describe('What a review said that somebody else than the author of the change gave.'),
  ),
  number: told(z.int().min(0).describe('Of a change, where its id is not its number.')),
  labels: told(z.array(z.string()).describe('Kept with what the event becomes.')),
});

export type CustomData = z.output<typeof customDataProfile>;

/** Absent, or of another form (encoded, by `customDataContentType`): nothing is told. */
export const customData = customDataProfile.catch({}).default({});

/** The profile for whoever writes a sender. */
export function cdEventsCustomDataJsonSchema(): object {
  return {
    ...z.toJSONSchema(customDataProfile, { io: 'input' }),
    title: 'What Throughline reads from the customData of a CDEvent',
  };
}
