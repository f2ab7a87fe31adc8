import { z } from 'zod';
import { incidentTarget } from '../mapping/incident-target.js';
import { events, ignored } from '../source.js';
import { tidyLabels, tidyName, tidyProse, webLink } from '../tidy.js';
import { beforeAnyEnd } from './before-any-end.js';
import { readingContent } from './cd-event.js';
import { NO_INCIDENT } from './no-incident.js';

/** https://github.com/cdevents/spec/blob/main/continuous-operations.md, since 0.4. */
const content = z.object({
  summary: z.string().nullish(),
  ticketType: z.string().nullish(),
  group: z.string().nullish(),
  priority: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  uri: z.string().nullish(),
});

/** A ticket of the type `incident`, or one that a rule calls so. */
export const readTicket = readingContent(content, (event, mapping) => {
  const { context, subject, predicate, customData: told } = event;
  const { summary, ticketType, group, priority, labels, uri } = subject.content;
  const trouble = {
    type: ticketType,
    team: group,
    priority,
    label: labels,
    title: summary,
    service: told.service,
    environment: told.environment,
    severity: told.severity,
    repository: told.repositoryUrl,
  };
  const toolSays = ticketType?.toLowerCase() === 'incident' ? 'incident' : 'unknown';
  const target = incidentTarget(mapping, trouble, toolSays);
  if (target === undefined) return ignored(NO_INCIDENT);
  const openedAt = told.openedAt ?? (predicate === 'created' ? context.timestamp : undefined);
  if (predicate === 'updated' && openedAt === undefined) {
    return ignored('ticket.updated does not say when it was opened; send customData.openedAt');
  }
  const closed = predicate === 'closed';
  return events({
    type: 'incident',
    source: 'cdevents',
    id: tidyName(subject.id, 500),
    updatedAt: closed ? context.timestamp : beforeAnyEnd(openedAt, context.timestamp),
    ...target,
    openedAt,
    resolvedAt: closed ? context.timestamp : undefined,
    title: tidyProse(summary, 16_384),
    url: webLink(uri),
    labels: tidyLabels([...(labels ?? []), ...(told.labels ?? [])]),
  });
});
