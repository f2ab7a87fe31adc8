import { z } from 'zod';
import { toldIncident, withdrawnIncident } from '../mapping/told-incident.js';
import { reading } from '../reading.js';
import { events } from '../source.js';
import { tidyName } from '../tidy.js';
import { recordFields } from './record.js';

const incident = z.object({
  ...recordFields,
  resolved_at: z.string().nullish(),
  severity: z.string().nullish(),
  /** The number of the change request that brought it about. */
  caused_by: z.string().nullish(),
});

/** The values of `state` on the table `incident`, as ServiceNow comes; they can be added to. */
const OVER = new Set(['6', '7']);
const CANCELLED = '8';

export const readIncident = reading(incident, (record, mapping) => {
  const identity = { source: 'servicenow', id: record.number, updatedAt: record.at };
  const trouble = {
    service: record.business_service,
    serviceId: record.cmdb_ci,
    severity: record.priority ?? record.severity,
    priority: record.priority,
    type: record.category,
    team: record.assignment_group,
    title: record.short_description,
  };
  if (record.operation === 'delete' || record.state === CANCELLED) {
    return events(withdrawnIncident(mapping, trouble, identity));
  }
  const deploymentId = tidyName(record.caused_by, 500);
  return toldIncident(mapping, trouble, 'incident', {
    ...identity,
    openedAt: record.opened_at,
    isOver: OVER.has(record.state ?? ''),
    resolvedAt: record.resolved_at ?? record.closed_at,
    reconsidered: record.operation === 'update',
    causedBy: deploymentId === undefined ? undefined : { deploymentId },
    title: record.short_description,
    url: record.url,
  });
});
