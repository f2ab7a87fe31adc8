import type { Instant } from '@throughline/events';
import { formatInstant } from '@throughline/events';
import type { FindingRow } from '@throughline/store';
import { z } from 'zod';
import { formatTime } from '../format-time.js';

const text = z.string().nullable();

/** Something that a check found: which thing it is, and what is the matter with it. */
export const qualityItemSchema = z.object({
  thing: z.enum([
    'commit',
    'change',
    'deployment',
    'incident',
    'service',
    'environment',
    'source',
    'quarantined_event',
  ]),
  id: text.describe(
    'The commit’s sha, the change’s number, the id of a deployment, an incident or an entry in quarantine; of a source what it tells of; null for a service or an environment.',
  ),
  services: z.array(z.string()),
  environment: text,
  repository: text,
  source: text,
  at: z.iso.datetime().nullable().describe('When it happened, or was last heard.'),
  says: z.string().describe('What is the matter with it.'),
});

export type QualityItem = z.infer<typeof qualityItemSchema>;

/** Something found, in the terms of the rules. What is absent is not said of such a thing. */
export interface Found {
  readonly thing: QualityItem['thing'];
  readonly id?: string | undefined;
  readonly services?: readonly string[] | undefined;
  readonly environment?: string | undefined;
  readonly repository?: string | undefined;
  readonly source?: string | undefined;
  readonly at?: Instant | undefined;
  readonly says: string;
}

/** Something found and where it stands in the list: latest first, then by its key. */
export interface Finding {
  readonly at: Instant;
  readonly key: string;
  readonly item: QualityItem;
}

export function findingOf({ at, services = [], says, ...found }: Found): Finding {
  const { thing, environment = null, repository = null, source = null, id = null } = found;
  return {
    at: at ?? 0,
    key: JSON.stringify([thing, services, environment, repository, source, id]),
    item: {
      thing,
      id,
      services: [...services],
      environment,
      repository,
      source,
      at: formatTime(at),
      says,
    },
  };
}

/** The same of a row that the store found; its key is the store's. */
export function findingOfRow(row: FindingRow, saysOf: (row: FindingRow) => string): Finding {
  return { ...findingOf({ ...row, says: saysOf(row) }), key: row.key };
}

/** A moment in a sentence. */
export const moment = (instant: Instant) => formatInstant(instant);

const UNITS = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3_600 },
  { name: 'minute', seconds: 60 },
] as const;

/** A stretch of time in a sentence, in the largest unit that it has at least two of. */
export function stretch(seconds: number): string {
  const unit = UNITS.find((one) => seconds >= 2 * one.seconds) ?? { name: 'second', seconds: 1 };
  const count = Math.round(seconds / unit.seconds);
  return `${count} ${unit.name}${count === 1 ? '' : 's'}`;
}
