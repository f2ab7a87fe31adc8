import { z } from 'zod';

const text = z.string().nullish();

/** What our business rule tells of any record; states are the values, the rest is as people see it. */
export const recordFields = {
  number: z.string(),
  /** `insert`, `update` or `delete`. */
  operation: z.string(),
  /** Unix milliseconds: when that happened. */
  at: z.number(),
  state: text,
  opened_at: text,
  closed_at: text,
  short_description: text,
  category: text,
  priority: text,
  business_service: text,
  cmdb_ci: text,
  assignment_group: text,
  url: text,
};
