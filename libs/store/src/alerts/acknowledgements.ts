import type { Acknowledgement } from '@throughline/dora';
import { z } from 'zod';
import { defineInsert } from '../engine/insert.js';
import { defineQuery } from '../engine/query.js';
import { instant, optionalText } from '../queries/columns.js';

export interface StoredAcknowledgement extends Acknowledgement {
  readonly alertId: string;
}

export const insertAcknowledgements = defineInsert({
  name: 'insert-alert-acknowledgements',
  table: 'alert_acknowledgements',
  columns: ['alert_id', 'acknowledged_at', 'acknowledged_by', 'note', 'new_normal'],
  row: ({ alertId, at, by, note, newNormal }: StoredAcknowledgement) => [
    alertId,
    at,
    by,
    note ?? '',
    newNormal,
  ],
});

/** Everything that was said to take some alerts on, earliest first. */
export const readAcknowledgements = defineQuery({
  name: 'alert-acknowledgements',
  sql: `
    SELECT
      alert_id AS alertId,
      toUnixTimestamp64Milli(acknowledged_at) AS at,
      acknowledged_by AS by,
      note,
      new_normal AS newNormal
    FROM alert_acknowledgements FINAL
    WHERE alert_id IN {alertIds:Array(String)}
    ORDER BY acknowledged_at, acknowledged_by`,
  params: z.object({ alertIds: z.array(z.string()) }),
  row: z.object({
    alertId: z.string(),
    at: instant,
    by: z.string(),
    note: optionalText,
    newNormal: z.boolean(),
  }),
});

/** When people said of the places of some services that their failures are the new normal. */
export const readNewNormals = defineQuery({
  name: 'new-normals',
  sql: `
    SELECT
      service,
      environment,
      arraySort(groupUniqArray(toUnixTimestamp64Milli(acknowledged_at))) AS at
    FROM alert_acknowledgements FINAL
    INNER JOIN (
      SELECT id, service, environment
      FROM alerts FINAL
      WHERE kind = 'change-failure-spike' AND service IN {services:Array(String)}
    ) AS alert ON alert.id = alert_id
    WHERE new_normal
    GROUP BY service, environment`,
  params: z.object({ services: z.array(z.string()) }),
  row: z.object({ service: z.string(), environment: z.string(), at: z.array(instant) }),
});
