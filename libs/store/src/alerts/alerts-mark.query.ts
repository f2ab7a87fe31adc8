import { z } from 'zod';
import { defineQuery } from '../engine/query.js';

/**
 * Another text whenever anything about alerts was stored since: a decision, what was said to take one
 * on, what is a part of what, and how far the telling has come.
 */
export const readAlertsMark = defineQuery({
  name: 'alerts-mark',
  sql: `
    SELECT hex(cityHash64(
      (SELECT groupBitXor(cityHash64(id, version)) FROM alerts FINAL),
      (SELECT count() FROM alert_acknowledgements FINAL),
      (SELECT groupBitXor(cityHash64(alert_id, joined_at)) FROM alert_parents FINAL),
      (SELECT groupBitXor(cityHash64(id, version)) FROM alert_notifications FINAL),
      (SELECT groupBitXor(cityHash64(id, version)) FROM alert_deliveries FINAL)
    )) AS mark`,
  params: z.object({}),
  row: z.object({ mark: z.string() }),
});
