import { z } from 'zod';
import { defineQuery } from '../engine/query.js';
import { alertDocument } from './alert-document.js';

/**
 * Other episodes of a rule for what an alert is about, newest first. What is about one deployment has
 * none but itself: its episodes are those of the place.
 */
export const readOtherEpisodes = defineQuery({
  name: 'alert-history',
  sql: `
    SELECT document
    FROM alerts FINAL
    WHERE rule = {rule:String}
      AND service = {service:String}
      AND environment = {environment:String}
      AND JSONExtractString(document, 'subject', 'team') = {team:String}
      AND JSONExtractString(document, 'subject', 'source') = {source:String}
      AND id != {id:String}
    ORDER BY started_at DESC, id DESC
    LIMIT {limit:UInt32}`,
  params: z.object({
    id: z.string(),
    rule: z.string(),
    service: z.string(),
    environment: z.string(),
    team: z.string(),
    source: z.string(),
    limit: z.int(),
  }),
  row: z.object({ document: alertDocument }).transform(({ document }) => document),
});
