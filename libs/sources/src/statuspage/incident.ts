import { z } from 'zod';
import { toldIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { ignored } from '../source.js';

const named = z.array(z.object({ name: z.string().nullish() })).nullish();

const payload = z.object({
  incident: z.object({
    id: z.string(),
    name: z.string().nullish(),
    status: z.string(),
    impact: z.string().nullish(),
    shortlink: z.string().nullish(),
    created_at: z.string(),
    /** Where it began before it was made; not in every payload. */
    started_at: z.string().nullish(),
    updated_at: z.string(),
    resolved_at: z.string().nullish(),
    components: named,
    /** Newest first. */
    incident_updates: z
      .array(
        z.object({
          status: z.string().nullish(),
          created_at: z.string().nullish(),
          display_at: z.string().nullish(),
          affected_components: named,
        }),
      )
      .nullish(),
  }),
});

type Incident = z.output<typeof payload>['incident'];

const OPEN = new Set(['investigating', 'identified', 'monitoring']);

/** A postmortem is written once it is over. */
const OVER = new Set(['resolved', 'postmortem']);

/** The incident as it is after its newest update; maintenance has a life of its own. */
export const readIncident = reading(payload, ({ incident }, mapping) => {
  const { status } = incident;
  if (!OPEN.has(status) && !OVER.has(status)) {
    return ignored(`"${status}" is said of maintenance, which is no incident`);
  }
  const trouble = {
    service: componentsOf(incident),
    severity: incident.impact,
    title: incident.name,
  };
  return toldIncident(mapping, trouble, 'incident', {
    source: 'statuspage',
    id: incident.id,
    updatedAt: incident.updated_at,
    openedAt: incident.started_at ?? incident.created_at,
    isOver: OVER.has(status),
    resolvedAt: resolvedAtOf(incident),
    // No delivery tells whether it is the first one.
    reconsidered: true,
    title: incident.name,
    url: incident.shortlink,
  });
});

function resolvedAtOf({ resolved_at: at, incident_updates: updates }: Incident) {
  const resolving = updates?.find(({ status }) => status === 'resolved');
  return at ?? resolving?.display_at ?? resolving?.created_at;
}

function componentsOf({ components, incident_updates: updates }: Incident): string[] {
  const affected = (updates ?? []).flatMap((update) => update.affected_components ?? []);
  const all = components && components.length > 0 ? components : affected;
  return [...new Set(all.flatMap(({ name }) => name ?? []))];
}
