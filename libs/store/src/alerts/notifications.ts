import { UNSAID_REASONS, type UnsaidReason } from '@throughline/dora';
import { ALERT_ACTIONS, type AlertAction, type Instant } from '@throughline/events';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { instant, optionalInstant } from '../queries/columns.js';

const STATES = ['sent_out', 'deferred', 'unsaid'] as const;

/** What is to be told of an alert. */
export interface StoredNotification {
  /** What receivers tell repetitions by. */
  readonly id: string;
  readonly alertId: string;
  readonly action: AlertAction;
  readonly environment: string;
  readonly decidedAt: Instant;
  readonly state: (typeof STATES)[number];
  /** Why it is deferred or unsaid. */
  readonly reason?: UnsaidReason | undefined;
  /** When a deferred one is looked at again. */
  readonly dueAt?: Instant | undefined;
  /** When this was written: of two statements the later counts. */
  readonly statedAt: Instant;
}

export const insertNotifications = defineInsert({
  name: 'insert-alert-notifications',
  table: 'alert_notifications',
  columns: [
    'id',
    'alert_id',
    'action',
    'environment',
    'decided_at',
    'state',
    'reason',
    'due_at',
    'version',
  ],
  row: (notification: StoredNotification) => [
    notification.id,
    notification.alertId,
    notification.action,
    notification.environment,
    notification.decidedAt,
    notification.state,
    notification.reason ?? '',
    notification.dueAt ?? null,
    notification.statedAt,
  ],
});

const COLUMNS = `
  id,
  alert_id AS alertId,
  action,
  environment,
  toUnixTimestamp64Milli(decided_at) AS decidedAt,
  state,
  reason,
  toUnixTimestamp64Milli(due_at) AS dueAt`;

const row = z.object({
  id: z.string(),
  alertId: z.string(),
  action: z.enum(ALERT_ACTIONS),
  environment: z.string(),
  decidedAt: instant,
  state: z.enum(STATES),
  reason: z
    .literal('')
    .or(z.enum(UNSAID_REASONS))
    .transform((reason) => (reason === '' ? undefined : reason)),
  dueAt: optionalInstant,
});

/** All that is or was to be told of some alerts, in the order it was decided. */
export const readNotificationsOf = defineQuery({
  name: 'alert-notifications-of',
  sql: `
    SELECT ${COLUMNS}
    FROM alert_notifications FINAL
    WHERE alert_id IN {alertIds:Array(String)}
    ORDER BY decided_at, id`,
  params: z.object({ alertIds: z.array(z.string()) }),
  row,
});

/** What was put off until a moment. */
export const readDeferredNotifications = defineQuery({
  name: 'alert-notifications-deferred',
  sql: `
    SELECT ${COLUMNS}
    FROM alert_notifications FINAL
    WHERE state = 'deferred' AND due_at <= fromUnixTimestamp64Milli({until:Int64}, 'UTC')
    ORDER BY decided_at, id`,
  params: z.object({ until: z.int() }),
  row,
});
