import type { Instant } from '@throughline/events';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';

/** That a receiver is gone, or is tried again. */
export interface ReceiverState {
  readonly receiver: string;
  readonly disabled: boolean;
  readonly changedAt: Instant;
  readonly reason: string;
}

export const insertReceiverStates = defineInsert({
  name: 'insert-alert-receivers',
  table: 'alert_receivers',
  columns: ['receiver', 'disabled', 'changed_at', 'reason'],
  row: ({ receiver, disabled, changedAt, reason }: ReceiverState) => [
    receiver,
    disabled,
    changedAt,
    reason,
  ],
});

/** The receivers that said they are gone. */
export const readDisabledReceivers = defineQuery({
  name: 'alert-receivers-disabled',
  sql: `SELECT receiver, reason FROM alert_receivers FINAL WHERE disabled ORDER BY receiver`,
  params: z.object({}),
  row: z.object({ receiver: z.string(), reason: z.string() }),
});
