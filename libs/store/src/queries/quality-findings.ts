import { z } from 'zod';
import { instant, optionalInstant, optionalText } from './columns.js';

/** Where a page of findings begins: behind the one of this time and key. */
export const findingPageParams = { afterAt: z.int(), afterKey: z.string(), limit: z.int() };

/** Something that was found, whatever a query looks for. */
export const findingRow = z.object({
  at: instant,
  /** Tells it from others of the same time. */
  key: z.string(),
  thing: z.enum(['commit', 'change', 'deployment', 'incident', 'quarantined_event']),
  services: z.array(z.string()),
  environment: optionalText,
  repository: optionalText,
  source: optionalText,
  id: z.string(),
  /** What it names that is not known. */
  missing: z.array(z.string()),
  /** What was said of it. */
  note: optionalText,
  /** The moment that contradicts `at`. */
  other: optionalInstant,
});

export type FindingRow = z.output<typeof findingRow>;

/**
 * A page of findings, latest first.
 *
 * @param findings a SELECT with the columns of {@link findingRow} but its key
 */
export const pageOfFindings = (findings: string) => `
  SELECT *, toJSONString((thing, services, environment, repository, source, id)) AS key
  FROM (${findings})
  WHERE (at, key) < ({afterAt:Int64}, {afterKey:String})
  ORDER BY at DESC, key DESC
  LIMIT {limit:UInt32}`;
