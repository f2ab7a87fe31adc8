import type { Instant } from '@throughline/events';
import { z } from 'zod';
import { apiClient } from '../api/api-options.js';
import {
  INCIDENT_SOURCE,
  incidentFact,
  type IncidentWords,
  type KnownIncident,
  knownIncidentSchema,
} from './incident-fact.js';
import { forget, note, noted, notePath } from './noted.js';
import { check, type Checked, limitOf, type Listener, tell } from './tell.js';

/** Reports that there is an incident, or that it is over. */
export async function reportIncident(
  what: 'open' | 'resolve',
  words: IncidentWords,
  listener: Listener,
  now: Instant,
): Promise<Checked> {
  const limit = limitOf(listener.manner);
  // Not the job's: an incident is over in another job than it began in.
  const path = notePath({}, ['incident', words.id]);
  const known =
    what === 'open'
      ? undefined
      : (noted(path, knownIncidentSchema) ?? (await ask(words, listener)));
  const checked = check(incidentFact(what, words, listener.job, known, now));
  await tell(checked, { ...listener, limit });
  if (listener.manner.dryRun !== true) {
    if (what === 'open') note(path, checked.fact);
    else forget(path);
  }
  return checked;
}

/** An incident as the platform shows it; `null` where it knows nothing, as events may say too. */
const incidentSchema = z.object({
  services: z.array(z.string()),
  environment: z.string().nullable(),
  severity: z.string().nullable(),
  openedAt: z.string(),
  acknowledgedAt: z.string().nullable(),
  causedBy: z.record(z.string(), z.string()).nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
});

/** How often the platform is asked what it knows: the report itself is tried more often. */
const QUESTION_TRIES = 2;

/** What the platform knows of it, if it answers and the token may ask. */
async function ask({ id }: IncidentWords, listener: Listener): Promise<KnownIncident | undefined> {
  const { manner, world } = listener;
  if (manner.dryRun === true) return undefined;
  const silent = { environment: world.environment, output: { note: () => undefined } };
  const signal = AbortSignal.timeout((manner.timeout * 1000) / 2);
  const api = apiClient(manner, silent, { signal, tries: QUESTION_TRIES });
  try {
    const path = `/v1/incidents/${INCIDENT_SOURCE}/${encodeURIComponent(id)}`;
    return api.read(incidentSchema, await api.get(path, {}));
  } catch {
    // The words may say all that is needed; if not, the report says what is missing.
    return undefined;
  }
}
