import { formatInstant, type Instant } from '@throughline/events';
import { z } from 'zod';
import { WrongWords } from '../command-failure.js';
import type { Job } from './job.js';
import { known } from './known.js';
import { onlyTaken } from './only-taken.js';

/** What the words say of an incident. */
export interface IncidentWords {
  readonly id: string;
  readonly service?: readonly string[];
  readonly environment?: string;
  readonly severity?: string;
  readonly title?: string;
  readonly link?: string;
  readonly openedAt?: Instant;
  readonly resolvedAt?: Instant;
  readonly causedByDeployment?: string;
  readonly causedBySha?: string;
  readonly causedByVersion?: string;
}

/** What was said of an incident before: when it began, and all the rest as it is. */
export const knownIncidentSchema = z.looseObject({ openedAt: z.string() });

export type KnownIncident = z.output<typeof knownIncidentSchema>;

/** Who says so, if nobody says otherwise: part of what names an incident. */
export const INCIDENT_SOURCE = 'api';

/**
 * An incident that is open, or that is over.
 *
 * @param before what was said of it before: the event replaces that as a whole
 */
export function incidentFact(
  what: 'open' | 'resolve',
  words: IncidentWords,
  job: Job,
  before: KnownIncident | undefined,
  now: Instant,
) {
  const { id, service, environment, severity, title, link, openedAt, resolvedAt } = words;
  const opened = openedAt === undefined && what === 'open' ? formatInstant(now) : text(openedAt);
  const fact = {
    ...onlyTaken({ environment: job.environment }),
    ...before,
    ...known({
      services: service,
      environment,
      severity,
      title,
      url: link,
      openedAt: opened,
      causedBy: causeOf(words),
    }),
    type: 'incident',
    source: INCIDENT_SOURCE,
    id,
    resolvedAt: text(resolvedAt) ?? (what === 'resolve' ? formatInstant(now) : undefined),
  };
  if (!('openedAt' in fact)) {
    throw new WrongWords(
      'when it began is not known here: say it with --opened-at, or use a token that may read',
    );
  }
  return known(fact);
}

function causeOf({ causedByDeployment, causedBySha, causedByVersion }: IncidentWords) {
  const cause = known({
    deploymentId: causedByDeployment,
    sha: causedBySha,
    version: causedByVersion,
  });
  return Object.keys(cause).length === 0 ? undefined : cause;
}

function text(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : formatInstant(instant);
}
