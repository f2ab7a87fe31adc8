import type { UnsaidReason } from '@throughline/dora';
import type { AlertAction, Instant } from '@throughline/events';
import type { Delivery, StoredNotification } from '@throughline/store';
import { stableId } from '../deciding/alert-id.js';

/** What is to be told: that something happened to an alert. */
export interface Occasion {
  readonly alertId: string;
  readonly action: AlertAction;
  readonly environment: string;
  readonly decidedAt: Instant;
}

/** Every attempt and every receiver has this id: by it a repetition is known for one. */
export function notificationId({ alertId, action }: Occasion): string {
  return stableId('notification', alertId, action);
}

export function notificationRow(
  occasion: Occasion,
  state: StoredNotification['state'],
  statedAt: Instant,
  why: { readonly reason?: UnsaidReason; readonly dueAt?: Instant } = {},
): StoredNotification {
  return { id: notificationId(occasion), ...occasion, state, statedAt, ...why };
}

/** A delivery that begins. Written again by whoever repeats the work, it changes nothing that came after. */
export function deliveryRow(occasion: Occasion, receiver: string, dueAt: Instant): Delivery {
  const { alertId, action, environment, decidedAt } = occasion;
  const id = notificationId(occasion);
  return {
    id: stableId('delivery', id, receiver),
    notificationId: id,
    ...{ alertId, action, environment, receiver },
    state: 'pending',
    attempts: 0,
    createdAt: decidedAt,
    nextAttemptAt: dueAt,
    version: 1,
  };
}

/** A delivery that needs no telling any more. */
export function dropped(delivery: Delivery, at: Instant, why: string): Delivery {
  return {
    ...delivery,
    state: 'dropped',
    nextAttemptAt: undefined,
    settledAt: at,
    lastError: why,
    version: delivery.version + 1,
  };
}
