import { z } from 'zod';
import { storedTime } from '../instant.js';

/** What can happen to an alert that people are told of. */
export const ALERT_ACTIONS = ['opened', 'escalated', 'acknowledged', 'resolved'] as const;

export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** That something was decided about an alert. The alert itself is in the store by then. */
export const decidedMessageSchema = z
  .object({
    alertId: z.string().min(1),
    action: z.enum(ALERT_ACTIONS),
    at: storedTime.describe('When it was decided.'),
  })
  .describe('What was decided about an alert, and is to be told.');

export type DecidedMessage = z.infer<typeof decidedMessageSchema>;

/**
 * What decides who tells of an alert: one alerter for an environment, so that it sees what happens
 * in it at once and can tell a common cause from many.
 */
export function tellerKeyOf(environment: string | undefined): string {
  return `environment ${environment ?? ''}`;
}
