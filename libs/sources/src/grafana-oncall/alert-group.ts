import { z } from 'zod';
import { toldIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';

const labels = z.record(z.string(), z.string().nullish()).nullish();

/** https://grafana.com/docs/oncall/latest/configure/integrations/outgoing-webhooks/#outgoing-webhook-templates */
const payload = z.object({
  /** Its time is not there when an alert group is taken back from a state: unresolved, unsilenced. */
  event: z.object({ type: z.string().nullish(), time: z.string().nullish() }).nullish(),
  alert_group: z.object({
    id: z.string(),
    state: z.string().nullish(),
    created_at: z.string(),
    resolved_at: z.string().nullish(),
    acknowledged_at: z.string().nullish(),
    title: z.string().nullish(),
    permalinks: z.object({ web: z.string().nullish() }).nullish(),
    labels,
  }),
  integration: z
    .object({ type: z.string().nullish(), name: z.string().nullish(), team: z.string().nullish() })
    .nullish(),
});

/** The alert group as it is after whatever happened to it: all its times are always told. */
export const readAlertGroup = reading(
  payload,
  ({ event, alert_group: group, integration }, mapping) => {
    const told = group.labels ?? {};
    const label = Object.entries({ ...told, integration: integration?.name }).flatMap(
      ([name, value]) => (value ? [`${name}=${value}`] : []),
    );
    const trouble = {
      label,
      service: told['service'] ?? told['service_name'],
      severity: told['severity'],
      environment: told['environment'] ?? told['env'],
      team: integration?.team,
      type: integration?.type,
      title: group.title,
    };
    const isOver = group.state === 'resolved';
    const endedAt = isOver ? group.resolved_at : undefined;
    return toldIncident(mapping, trouble, 'incident', {
      source: 'grafana-oncall',
      id: group.id,
      updatedAt: event?.time ?? endedAt ?? group.acknowledged_at ?? group.created_at,
      openedAt: group.created_at,
      acknowledgedAt: group.acknowledged_at,
      isOver,
      resolvedAt: group.resolved_at,
      // Its team and its title can be different by now.
      reconsidered: group.state !== 'new',
      title: group.title,
      url: group.permalinks?.web,
      labels: label,
    });
  },
);
