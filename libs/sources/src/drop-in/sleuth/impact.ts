import { fingerprintHex, type Instant } from '@throughline/events';
import { z } from 'zod';
import { tidyProse, webLink } from '../../tidy.js';
import { readingRequest } from '../reading.js';
import { isoTime } from '../times.js';

// https://help.sleuth.io/sleuth-api/custom-incident-impact-registration

const request = z.object({
  type: z.enum(['triggered', 'resolved', 'reopened']),
  /** A number comes from JSON. */
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  date: isoTime.optional(),
  ended_date: isoTime.optional(),
  title: z.string().optional(),
  url: z.string().optional(),
});

export interface SleuthImpactSource {
  readonly organisation: string;
  /** The project, by the name that its place in an address has: the service here. */
  readonly deployment: string;
  readonly environment: string;
  readonly source: string;
}

/**
 * `register_impact`: an incident that began, or one that is over already (`ended_date`). That one is
 * resolved or open again does not say since when it had been there, which an incident has to: that is
 * kept for somebody to complete.
 */
export const readSleuthImpact = readingRequest(
  request,
  (
    { type, id, date, ended_date: endedAt, title, url },
    { organisation, deployment: project, environment, source }: SleuthImpactSource,
    now: Instant,
  ) => {
    const moment = date ?? now;
    const about = [organisation, project, environment, source];
    const incident = {
      type: 'incident',
      source: 'sleuth',
      id: id ?? fingerprintHex(JSON.stringify([...about, title ?? '', moment])),
      services: [project],
      environment,
      title: tidyProse(title, 16_384),
      url: webLink(url),
      updatedAt: Math.max(moment, endedAt ?? 0),
    } as const;
    if (type === 'triggered') {
      return {
        kind: 'events',
        events: [{ ...incident, openedAt: moment, resolvedAt: endedAt }],
        told: undefined,
      };
    }
    return {
      kind: 'incomplete',
      events: [{ ...incident, resolvedAt: type === 'resolved' ? moment : undefined }],
      reason:
        `"${type}" does not say when the incident began: send "triggered" again with its id, ` +
        'its date and, once it is over, its ended_date',
    };
  },
);
