import { ALERT_ACTIONS, formatInstant } from '@throughline/events';
import { type Delivery, DELIVERY_STATES } from '@throughline/store';
import { z } from 'zod';
import { formatTime } from '../format-time.js';

/** How far telling one receiver has come. */
export const deliveryItemSchema = z.object({
  id: z.string(),
  action: z.enum(ALERT_ACTIONS).describe('What is told of the alert.'),
  receiver: z.string().describe('Its name in throughline.yaml, or what an inline one is known by.'),
  state: z
    .enum(DELIVERY_STATES)
    .describe(
      '`pending` is still tried; `failed` was given up after every attempt; `disabled` is to a receiver that said it is gone; `dropped` needed no telling any more.',
    ),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
  nextAttemptAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable(),
  lastError: z.string().nullable().describe('What went wrong the last time.'),
});

export type DeliveryItem = z.infer<typeof deliveryItemSchema>;

export function deliveryItem(delivery: Delivery): DeliveryItem {
  return {
    id: delivery.id,
    action: delivery.action,
    receiver: delivery.receiver,
    state: delivery.state,
    attempts: delivery.attempts,
    createdAt: formatInstant(delivery.createdAt),
    nextAttemptAt: formatTime(delivery.nextAttemptAt),
    settledAt: formatTime(delivery.settledAt),
    lastError: delivery.lastError ?? null,
  };
}
