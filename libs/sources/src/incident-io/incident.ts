import { z } from 'zod';
import type { Trouble } from '../mapping/incident-rule.js';
import type { Mapping } from '../mapping/mapping.js';
import { toldIncident, withdrawnIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { events, ignored, type Normalised } from '../source.js';
import { customField, valuesOf } from './custom-fields.js';

const status = z.object({ category: z.string(), name: z.string().nullish() });

const named = z.object({ name: z.string().nullish() }).nullish();

/** The v2 incident; https://api-docs.incident.io/tag/Incidents-V2/ */
const incident = z.object({
  id: z.string(),
  name: z.string().nullish(),
  permalink: z.string().nullish(),
  mode: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
  incident_status: status,
  severity: named,
  incident_type: named,
  incident_timestamp_values: z
    .array(
      z.object({
        incident_timestamp: z.object({ name: z.string() }),
        value: z.object({ value: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
  custom_field_entries: z.array(customField).nullish(),
});

type Incident = z.output<typeof incident>;

/** What it took for trouble was none, or is another incident's. */
const NONE = new Set(['declined', 'merged', 'canceled']);

/** After the trouble: what is learnt from it, and then nothing. */
const OVER = new Set(['learning', 'closed']);

/** A drill and the tour of new users; a stream is a part of an incident that is told of besides. */
const NOT_REAL = new Set(['test', 'tutorial', 'stream']);

/** The timestamps that every account has, by their first names: they can be renamed and added to. */
const TIMESTAMPS = {
  opened: ['impact started at', 'impact started', 'reported at'],
  acknowledged: ['accepted at'],
  resolved: ['resolved at', 'closed at'],
};

export const readIncident = reading(incident, (incident, mapping) =>
  told(incident, mapping, { reconsidered: false }),
);

export const readUpdate = reading(incident, (incident, mapping) =>
  told(incident, mapping, { reconsidered: true }),
);

const statusUpdate = z.object({ incident, previous_status: status.nullish() });

/** Where the status tells that it is over, that came about by this update unless it was over before. */
export const readStatusUpdate = reading(statusUpdate, (update, mapping) => {
  const { incident, previous_status: previous } = update;
  const wasOver = previous && OVER.has(previous.category);
  const overAt = wasOver ? undefined : incident.updated_at;
  return told(incident, mapping, { reconsidered: true, overAt });
});

interface Update {
  /** What rules go by, its severity or a field, may be different now. */
  readonly reconsidered: boolean;
  /** When its status came to tell that it is over. */
  readonly overAt?: string | undefined;
}

function told(incident: Incident, mapping: Mapping, { overAt, reconsidered }: Update): Normalised {
  const { category } = incident.incident_status;
  if (incident.mode && NOT_REAL.has(incident.mode)) {
    return ignored(`an incident of the mode "${incident.mode}" is not counted`);
  }
  const identity = { source: 'incident-io', id: incident.id, updatedAt: incident.updated_at };
  const labels = (incident.custom_field_entries ?? []).flatMap((entry) =>
    valuesOf(entry).map((value) => `${entry.custom_field.name}=${value}`),
  );
  const trouble = troubleOf(incident, labels);
  if (NONE.has(category)) return events(withdrawnIncident(mapping, trouble, identity));

  return toldIncident(mapping, trouble, 'incident', {
    ...identity,
    openedAt: timestamp(incident, TIMESTAMPS.opened) ?? incident.created_at,
    acknowledgedAt: timestamp(incident, TIMESTAMPS.acknowledged),
    isOver: OVER.has(category),
    resolvedAt: timestamp(incident, TIMESTAMPS.resolved) ?? overAt,
    reconsidered,
    title: incident.name,
    url: incident.permalink,
    labels,
  });
}

/** By the custom fields that people most often make for what an incident has no field for. */
function troubleOf(incident: Incident, label: readonly string[]): Trouble {
  const valuesNamed = (name: RegExp) =>
    (incident.custom_field_entries ?? [])
      .filter(({ custom_field: field }) => name.test(field.name))
      .flatMap(valuesOf);
  return {
    label,
    service: valuesNamed(/^(?:affected )?(?:service|component)s?$/i),
    environment: valuesNamed(/^(?:affected )?environments?$/i),
    team: valuesNamed(/^(?:affected |owning )?teams?$/i),
    severity: incident.severity?.name,
    type: incident.incident_type?.name,
    title: incident.name,
  };
}

/** The first of these that has been set. */
function timestamp(
  { incident_timestamp_values: values }: Incident,
  names: readonly string[],
): string | undefined {
  for (const name of names) {
    const found = values?.find((one) => one.incident_timestamp.name.toLowerCase() === name);
    if (found?.value?.value) return found.value.value;
  }
  return undefined;
}
