import { z } from 'zod';

const placeChanged = z.object({
  service: z.string().min(1),
  environment: z.string().min(1),
});

const ruleChanged = z.object({ rule: z.string().min(1) });

/**
 * That something is to be looked at again: what became of a service's deployments in an environment,
 * or what a rule that is about no single service goes by. It says nothing of what it is now: that is
 * read from the facts, so that one more or one twice changes nothing.
 */
export const changedMessageSchema = z
  .union([placeChanged, ruleChanged])
  .describe('What an alerter is to look at again.');

export type ChangedPlace = z.infer<typeof placeChanged>;
export type ChangedMessage = z.infer<typeof changedMessageSchema>;

/**
 * What decides which alerter looks: one for a service, whatever the environment, and one for a rule
 * that is about no single service.
 */
export function deciderKeyOf(changed: ChangedMessage): string {
  return 'rule' in changed ? `rule ${changed.rule}` : `service ${changed.service}`;
}
