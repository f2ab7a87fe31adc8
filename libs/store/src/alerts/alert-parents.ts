import type { Instant } from '@throughline/events';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { count } from '../queries/columns.js';

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

/** How many parts each of some alerts has; those that have none are left out. */
export const readChildCounts = defineQuery({
  name: 'alert-child-counts',
  sql: `
    SELECT parent_id AS parentId, count() AS children
    FROM alert_parents FINAL
    WHERE parent_id IN {parentIds:Array(String)}
    GROUP BY parent_id`,
  params: z.object({ parentIds: z.array(z.string()) }),
  row: z.object({ parentId: z.string(), children: count }),
});
