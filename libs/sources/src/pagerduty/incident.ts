import { z } from 'zod';
import { toldIncident, withdrawnIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { events, ignored } from '../source.js';

const named = z.object({ id: z.string().nullish(), summary: z.string().nullish() }).nullish();

/**
 * The envelope of every event. What `data` is depends on the event: the incident itself, a note on
 * it, somebody who was asked to respond, a service.
 * https://developer.pagerduty.com/docs/webhooks-overview#webhook-payload
 */
const payload = z.object({
  event: z.object({
    event_type: z.string(),
    occurred_at: z.string(),
    data: z.looseObject({ type: z.string().nullish() }),
  }),
});

const incident = z.object({
  id: z.string(),
  status: z.string(),
  title: z.string().nullish(),
  html_url: z.string().nullish(),
  /** Payloads of 2021 lack it: of such an incident only the first could be told, never the last. */
  created_at: z.string().nullish(),
  resolved_at: z.string().nullish(),
  service: named,
  teams: z.array(named).nullish(),
  priority: named,
  urgency: z.string().nullish(),
  incident_type: z.object({ name: z.string().nullish() }).nullish(),
  resolve_reason: z.object({ type: z.string().nullish() }).nullish(),
});

/** The incident as it is after whatever happened to it. */
export const readIncident = reading(payload, ({ event }, mapping) => {
  if (event.data.type !== 'incident') {
    return ignored(`"${event.event_type}" does not carry an incident`);
  }
  return readState(event)(event.data, mapping);
});

type Happened = z.output<typeof payload>['event'];

const readState = (happened: Happened) =>
  reading(incident, (incident, mapping) => {
    const { event_type: type, occurred_at: updatedAt } = happened;
    const identity = { source: 'pagerduty', id: incident.id, updatedAt };
    const trouble = {
      service: incident.service?.summary,
      serviceId: incident.service?.id,
      severity: incident.priority?.summary,
      priority: incident.priority?.summary,
      urgency: incident.urgency,
      type: incident.incident_type?.name,
      team: (incident.teams ?? []).flatMap((team) => team?.summary ?? []),
      title: incident.title,
    };
    // Its trouble goes on under the incident it was merged into, which would count it twice.
    if (incident.resolve_reason?.type === 'merge_resolve_reason') {
      return events(withdrawnIncident(mapping, trouble, identity));
    }
    const openedAt = incident.created_at;
    if (!openedAt) return ignored(`"${type}" does not tell when the incident was opened`);
    return toldIncident(mapping, trouble, 'incident', {
      ...identity,
      openedAt,
      acknowledgedAt: timeOf(happened, 'incident.acknowledged'),
      isOver: incident.status === 'resolved',
      resolvedAt: incident.resolved_at ?? timeOf(happened, 'incident.resolved'),
      // Its urgency changes without a delivery of its own.
      reconsidered: type !== 'incident.triggered',
      title: incident.title,
      url: incident.html_url,
    });
  });

/** What a delivery is about happened when it occurred; what it says besides happened some time before. */
function timeOf(happened: Happened, type: string): string | undefined {
  return happened.event_type === type ? happened.occurred_at : undefined;
}
