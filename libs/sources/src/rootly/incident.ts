import { z } from 'zod';
import { toldIncident, withdrawnIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';

const text = z.string().nullish();

const named = z.array(z.object({ name: text })).nullish();

/** `data` is whatever the event is about: an incident, a retrospective, an alert. */
const payload = z.object({
  event: z.object({ type: z.string(), issued_at: z.string() }),
  data: z.unknown(),
});

/** https://docs.rootly.com/configuration/event-payloads */
const incident = z.object({
  id: z.string(),
  title: text,
  kind: text,
  status: text,
  url: text,
  created_at: text,
  started_at: text,
  acknowledged_at: text,
  resolved_at: text,
  severity: z.object({ name: text }).nullish(),
  services: named,
  environments: named,
  groups: named,
  incident_types: named,
});

const TYPE =
  /^incident\.(?:created|updated|in_triage|started|acknowledged|mitigated|resolved|closed|cancelled|deleted)$/;

/** Drills, plans, and parts of an incident that is told of besides (`normal_sub`). */
const NOT_REAL = /^(?:test|example|scheduled)|_sub$/;

const OVER = new Set(['resolved', 'closed', 'completed']);

export const readIncident = reading(payload, ({ event, data }, mapping) =>
  TYPE.test(event.type)
    ? readState(event)(data, mapping)
    : ignored(`nothing is measured from the event "${event.type}"`),
);

const readState = (event: z.output<typeof payload>['event']) =>
  reading(incident, (incident, mapping) => {
    if (NOT_REAL.test(incident.kind ?? '')) {
      return ignored(`an incident of the kind "${incident.kind}" is not counted`);
    }
    const status = incident.status ?? '';
    const identity = { source: 'rootly', id: incident.id, updatedAt: event.issued_at };
    const trouble = {
      service: namesOf(incident.services),
      environment: namesOf(incident.environments),
      team: namesOf(incident.groups),
      type: namesOf(incident.incident_types),
      severity: incident.severity?.name,
      title: incident.title,
    };
    if (event.type === 'incident.deleted' || status === 'cancelled') {
      return events(withdrawnIncident(mapping, trouble, identity));
    }
    return toldIncident(mapping, trouble, 'incident', {
      ...identity,
      openedAt: incident.started_at ?? incident.created_at,
      acknowledgedAt: incident.acknowledged_at,
      isOver: OVER.has(status),
      resolvedAt: incident.resolved_at,
      reconsidered: event.type !== 'incident.created',
      title: incident.title,
      url: incident.url,
    });
  });

function namesOf(list: z.output<typeof named>): string[] {
  return (list ?? []).flatMap(({ name }) => name ?? []);
}
