import { ALERT_ACTIONS, type AlertAction, type Instant } from '@throughline/events';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { count, instant, optionalInstant, optionalText } from '../queries/columns.js';

/**
 * `pending` is still tried; `failed` was given up after every attempt; `disabled` is to a receiver
 * that is gone; `dropped` needed no telling any more, since it became a part of something else.
 */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'disabled', 'dropped'] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A notification on its way to one receiver. */
export interface Delivery {
  readonly id: string;
  readonly notificationId: string;
  readonly alertId: string;
  readonly action: AlertAction;
  readonly environment: string;
  /** The name of the receiver in the configuration, or what an inline one is known by. */
  readonly receiver: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** Absent once it is settled. */
  readonly nextAttemptAt?: Instant | undefined;
  readonly settledAt?: Instant | undefined;
  /** What went wrong the last time, fit to be shown. */
  readonly lastError?: string | undefined;
  /** Grows with every statement about it. */
  readonly version: number;
}

export const insertDeliveries = defineInsert({
  name: 'insert-alert-deliveries',
  table: 'alert_deliveries',
  columns: [
    'id',
    'notification_id',
    'alert_id',
    'action',
    'environment',
    'receiver',
    'state',
    'attempts',
    'created_at',
    'next_attempt_at',
    'settled_at',
    'last_error',
    'version',
  ],
  row: (delivery: Delivery) => [
    delivery.id,
    delivery.notificationId,
    delivery.alertId,
    delivery.action,
    delivery.environment,
    delivery.receiver,
    delivery.state,
    delivery.attempts,
    delivery.createdAt,
    delivery.nextAttemptAt ?? null,
    delivery.settledAt ?? null,
    delivery.lastError ?? '',
    delivery.version,
  ],
});

const COLUMNS = `
  id,
  notification_id AS notificationId,
  alert_id AS alertId,
  action,
  environment,
  receiver,
  state,
  attempts,
  toUnixTimestamp64Milli(created_at) AS createdAt,
  toUnixTimestamp64Milli(next_attempt_at) AS nextAttemptAt,
  toUnixTimestamp64Milli(settled_at) AS settledAt,
  last_error AS lastError,
  version`;

const row = z.object({
  id: z.string(),
  notificationId: z.string(),
  alertId: z.string(),
  action: z.enum(ALERT_ACTIONS),
  environment: z.string(),
  receiver: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: count,
  createdAt: instant,
  nextAttemptAt: optionalInstant,
  settledAt: optionalInstant,
  lastError: optionalText,
  version: count,
});

/** Everything that is still to be delivered, oldest first, whether it is due or not. */
export const readPendingDeliveries = defineQuery({
  name: 'alert-deliveries-pending',
  sql: `
    SELECT ${COLUMNS}
    FROM alert_deliveries FINAL
    WHERE state = 'pending'
    ORDER BY created_at, id`,
  params: z.object({}),
  row,
});

/** The deliveries of some alerts, oldest first. */
export const readDeliveriesOf = defineQuery({
  name: 'alert-deliveries-of',
  sql: `
    SELECT ${COLUMNS}
    FROM alert_deliveries FINAL
    WHERE alert_id IN {alertIds:Array(String)}
    ORDER BY created_at, id`,
  params: z.object({ alertIds: z.array(z.string()) }),
  row,
});

/** A page of deliveries, newest first. */
export const readDeliveriesPage = defineQuery({
  name: 'alert-deliveries-page',
  sql: `
    SELECT ${COLUMNS}
    FROM alert_deliveries FINAL
    WHERE state IN {states:Array(String)}
      AND (toUnixTimestamp64Milli(created_at), id) < ({afterCreated:Int64}, {afterId:String})
    ORDER BY created_at DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    states: z.array(z.enum(DELIVERY_STATES)),
    afterCreated: z.int(),
    afterId: z.string(),
    limit: z.int(),
  }),
  row,
});
