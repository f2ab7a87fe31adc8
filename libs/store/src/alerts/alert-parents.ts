import type { Instant } from '@throughline/events';
import { defineInsert } from '../engine/insert.js';

/** An alert that turned out to be a part of one about their common cause. */
export interface AlertParent {
  readonly alertId: string;
  readonly parentId: string;
  readonly joinedAt: Instant;
}

export const insertAlertParents = defineInsert({
  name: 'insert-alert-parents',
  table: 'alert_parents',
  columns: ['alert_id', 'parent_id', 'joined_at'],
  row: ({ alertId, parentId, joinedAt }: AlertParent) => [alertId, parentId, joinedAt],
});
